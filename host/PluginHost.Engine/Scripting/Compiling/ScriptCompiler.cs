using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Compiles scripts, and is the only door to the compiler. Not by <c>CSharpScript</c>: it runs what it compiles in a context that cannot be
/// unloaded, and a script that touches a plugin's type dies there (dotnet/roslyn#72366, dotnet/roslyn#41722).
/// </summary>
internal sealed class ScriptCompiler(IScriptWorld world)
{
    private readonly ScriptReferences _references = new();
    private readonly Lock _gate = new();
    private Prelude? _prelude;
    private ScriptScope? _preludeScope;

    /// <summary>Compiles a script, or what is entered into a REPL after what its chain holds.</summary>
    public ScriptSearch Compile(ScriptFile script, ScriptScope scope, ReplChain? chain, CancellationToken cancel)
    {
        var references = _references.For(scope);
        var prelude = PreludeFor(scope, references, cancel);
        var sources = new ScriptSources(script);
        var directives = new ScriptDirectives(world, Path.GetDirectoryName(script.Path)!);
        var tree = Parse(script, cancel);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            chain?.NextName ?? "script_" + ScriptKey.NameOf(script.Path),
            tree,
            references,
            ScriptOptions.ForScript(sources, directives),
            chain?.Last ?? prelude.Compilation,
            typeof(object),
            typeof(ScriptGlobals));

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = compilation.Emit(image, symbols, options: options, cancellationToken: cancel);
        var diagnostics = new ScriptDiagnostics(script, directives, prelude).Of(
            result.Diagnostics,
            HiddenGlobals.FindIn(compilation, scope.Globals),
            ForgottenAwaits.FindIn(compilation, isWhole: chain is null, cancel));
        if (diagnostics.Count > 0)
            return new ScriptSearch { Refusal = new ScriptRefused { Diagnostics = diagnostics } };

        if (!result.Success)
            throw new PluginHostException($"The compiler refuses {script.Path}: {string.Join("; ", result.Diagnostics)}");

        chain?.Offer(compilation);
        return new ScriptSearch
        {
            Program = new ScriptProgram
            {
                Files = sources.Files,
                References = directives.Found,
                Globals = [.. MentionedGlobals(compilation, prelude, scope)],
                Prelude = prelude.Image,
                Assembly = image.ToArray(),
                Symbols = symbols.ToArray(),
            },
        };
    }

    /// <summary>What could be written at the end of a text that somebody has begun to enter.</summary>
    public IReadOnlyList<string> Complete(string text, ScriptScope scope, ReplChain chain, CancellationToken cancel)
    {
        var references = _references.For(scope);
        var prelude = PreludeFor(scope, references, cancel);
        return ReplCompletions.For(text, references, chain.Last ?? prelude.Compilation, cancel);
    }

    private static IEnumerable<string> MentionedGlobals(CSharpCompilation compilation, Prelude prelude, ScriptScope scope)
    {
        var names = scope.Globals.Select(global => global.Name).Except(prelude.Unusable.Keys).ToHashSet();
        return compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(name => names.Contains(name.Identifier.ValueText))
            .Where(name => compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name).Symbol is IPropertySymbol global
                && global.ContainingAssembly.Name == prelude.Compilation?.AssemblyName)
            .Select(name => name.Identifier.ValueText)
            .Distinct();
    }

    // The last one is kept: plugins come and go seldom, scripts are edited often.
    private Prelude PreludeFor(ScriptScope scope, IReadOnlyList<MetadataReference> references, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_prelude is { } known && _preludeScope is { } last
                && last.Globals.SequenceEqual(scope.Globals)
                && (known.Compilation is null || known.Compilation.References.SequenceEqual(references)))
            {
                return known;
            }

            _prelude = Prelude.Of(scope, references, cancel);
            _preludeScope = scope;
            return _prelude;
        }
    }

    // The compiler makes nothing of a script without a statement, and says nothing either: an empty one at its end does no harm.
    private static SyntaxTree Parse(ScriptFile script, CancellationToken cancel)
    {
        var text = ScriptSources.TextOf(script);
        var tree = CSharpSyntaxTree.ParseText(text, ScriptOptions.Parse, script.Path, cancel);
        return tree.GetCompilationUnitRoot(cancel).Members.Count > 0
            ? tree
            : CSharpSyntaxTree.ParseText(SourceText.From($"{text}\n;", Encoding.UTF8), ScriptOptions.Parse, script.Path, cancel);
    }
}
