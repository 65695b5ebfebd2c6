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
internal sealed class ScriptCompiler(IScriptWorld world, ScriptPackages packages, bool isGuarded)
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

        if (CircularLoads.FindIn(compilation, sources) is { } circle)
            return Refused([ScriptDiagnostics.Of(circle, script)]);

        var named = compilation.SyntaxTrees.SelectMany(part => part.GetCompilationUnitRoot(cancel).GetReferenceDirectives()).Select(directive => directive.File.ValueText);
        directives.FindPackages(packages, named, cancel);
        compilation = compilation.AddReferences(directives.Packages.Compile.Select(path => MetadataReference.CreateFromFile(path)));

        var models = new SemanticModels(compilation);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var found = Emit(models, sources, image, symbols, cancel);
        var diagnostics = new ScriptDiagnostics(script, directives, prelude, new ScriptSuggestions(models, prelude)).Of(
            found,
            HiddenGlobals.FindIn(compilation, scope.Globals).Concat(ForbiddenCalls.FindIn(models, cancel)),
            ForgottenAwaits.FindIn(models, isWhole: chain is null, cancel));
        if (diagnostics.Any(diagnostic => !diagnostic.IsWarning))
            return Refused(diagnostics);

        // What comes after it sees it as it was written: the checks are its own.
        chain?.Offer(compilation);
        return new ScriptSearch
        {
            Warnings = diagnostics,
            Program = new ScriptProgram
            {
                Files = sources.Files,
                References = directives.Found,
                Natives = directives.Packages.Native,
                Globals = [.. MentionedGlobals(models, prelude, scope)],
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

    private static ScriptSearch Refused(IReadOnlyList<ScriptDiagnostic> diagnostics) => new() { Refusal = new ScriptRefused { Diagnostics = diagnostics } };

    /// <summary>Writes the assembly, and gives what the compiler finds in the script as it was written.</summary>
    private IReadOnlyList<Diagnostic> Emit(SemanticModels models, ScriptSources sources, MemoryStream image, MemoryStream symbols, CancellationToken cancel)
    {
        var compilation = models.Compilation;
        if (compilation.SyntaxTrees.Any(tree => tree.GetDiagnostics(cancel).Any(IsError)))
            return compilation.GetDiagnostics(cancel);

        var emitted = isGuarded ? ScriptGuard.Apply(models, sources, cancel) : compilation;
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = emitted.Emit(image, symbols, options: options, cancellationToken: cancel);
        if (!isGuarded || (result.Success && result.Diagnostics.IsEmpty))
            return result.Diagnostics;

        // The script is asked once more without the checks, for its columns: they are what a person sees.
        var found = compilation.GetDiagnostics(cancel);
        return result.Success || found.Any(IsError)
            ? found
            : throw new PluginHostException($"The compiler refuses {sources.Script.Path}: {string.Join("; ", result.Diagnostics)}");
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static IEnumerable<string> MentionedGlobals(SemanticModels models, Prelude prelude, ScriptScope scope)
    {
        var names = scope.Globals.Select(global => global.Name).Except(prelude.Unusable.Keys).ToHashSet();
        return models.Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(name => names.Contains(name.Identifier.ValueText))
            .Where(name => models.Of(name.SyntaxTree).GetSymbolInfo(name).Symbol is IPropertySymbol global
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
