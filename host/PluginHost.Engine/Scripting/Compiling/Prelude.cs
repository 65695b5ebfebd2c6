using System.Security;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// The submission that stands before a script and declares the plugins' globals, each as a property. A declaration that does not compile is
/// left out: one plugin's mistake must not take the others' globals away.
/// </summary>
internal sealed class Prelude
{
    private Prelude(CSharpCompilation? compilation, byte[] image, IReadOnlyDictionary<string, string> unusable)
    {
        Compilation = compilation;
        Image = image;
        Unusable = unusable;
    }

    /// <summary>What scripts are chained to; null where no plugin has a global.</summary>
    public CSharpCompilation? Compilation { get; }

    public byte[] Image { get; }

    /// <summary>The globals that were left out, and why.</summary>
    public IReadOnlyDictionary<string, string> Unusable { get; }

    public static Prelude Of(ScriptScope scope, IReadOnlyList<MetadataReference> references, CancellationToken cancel)
    {
        var unusable = new Dictionary<string, string>();
        var usable = new List<ScriptGlobalDeclaration>();
        foreach (var global in scope.Globals)
        {
            if (HiddenGlobals.OfSdk.Contains(global.Name))
                unusable[global.Name] = "Every script has it already.";
            else
                usable.Add(global);
        }

        while (usable.Count > 0)
        {
            var compilation = Compile(usable, references);
            using var image = new MemoryStream();
            var result = compilation.Emit(image, cancellationToken: cancel);
            if (result.Success)
                return new Prelude(compilation, image.ToArray(), unusable);

            LeaveOutFaulty(usable, result, unusable);
        }

        return new Prelude(null, [], unusable);
    }

    /// <summary>A global's declaration, on a line of its own: a fault's line tells whose it is.</summary>
    private static string Declare(ScriptGlobalDeclaration global) =>
        $"/** <summary>{SecurityElement.Escape(OnOneLine(global.Description))}</summary> */ "
        + $"public {OnOneLine(global.Type)} {global.Name} => Global<{OnOneLine(global.Type)}>(\"{global.Name}\");\n";

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ").Replace("*/", "* /", StringComparison.Ordinal);

    private static CSharpCompilation Compile(IEnumerable<ScriptGlobalDeclaration> globals, IReadOnlyList<MetadataReference> references)
    {
        var text = string.Concat(globals.Select(Declare));
        var tree = CSharpSyntaxTree.ParseText(text, ScriptOptions.Parse, "globals.csx", Encoding.UTF8);

        // Named by its content: the scripts that were compiled against it refer to it by this name.
        var name = "globals_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        return CSharpCompilation.CreateScriptCompilation(
            name, tree, references, ScriptOptions.ForPrelude, previousScriptCompilation: null, typeof(object), typeof(ScriptGlobals));
    }

    private static void LeaveOutFaulty(List<ScriptGlobalDeclaration> usable, EmitResult result, Dictionary<string, string> unusable)
    {
        var faults = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var lines = faults.Select(fault => fault.Location.GetLineSpan().StartLinePosition.Line).Where(line => line < usable.Count).ToHashSet();
        if (lines.Count == 0 || faults.Any(fault => !fault.Location.IsInSource))
            throw new InvalidOperationException($"The globals of plugins do not compile: {faults[0]}");

        foreach (var line in lines.OrderDescending())
        {
            var global = usable[line];
            unusable[global.Name] = $"The plugin {global.Plugin} offers a global \"{global.Name}\" of type {global.Type}, which scripts cannot use: "
                + "it must be a public class or interface of a contract assembly. Tell the plugin's author.";
            usable.RemoveAt(line);
        }
    }
}
