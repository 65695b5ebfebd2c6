using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace PluginHost.Engine.Tests.Fixtures;

/// <summary>Compiles a plugin from a source that stands in the test, into a folder of its own, as a third party would ship it.</summary>
internal static class TestPlugin
{
    private static readonly List<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll"
                or "PluginHost.Sdk.dll" or "PluginHost.Campaigns.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using PluginHost.Campaigns;
        using PluginHost.Sdk;

        """;

    /// <summary>Compiles a plugin. The source is the file's text after the usual usings; line 1 is its own first line.</summary>
    /// <returns>The plugin's folder.</returns>
    public static string Write(string folder, string id, string source, string manifest = "", params string[] references)
    {
        var plugin = Path.Combine(folder, id);
        Directory.CreateDirectory(plugin);
        var assembly = Assembly(plugin, $"Test.{id}", source, references);
        File.WriteAllText(Path.Combine(plugin, "plugin.yaml"), $"""
            id: {id}
            name: {id}
            version: 1.0.0
            sdk: ^1.0
            entry: {Path.GetFileName(assembly)}
            {manifest}
            """);
        return plugin;
    }

    /// <summary>Compiles an assembly with its symbols.</summary>
    public static string Assembly(string folder, string name, string source, params string[] references)
    {
        Directory.CreateDirectory(folder);
        var tree = CSharpSyntaxTree.ParseText(
            SourceText.From($"{Usings}#line 1 \"Plugin.cs\"\n{source}", Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest), "Plugin.cs");
        var compilation = CSharpCompilation.Create(
            name,
            [tree],
            [.. Platform, .. references.Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Debug));
        var path = Path.Combine(folder, name + ".dll");
        using var dll = File.Create(path);
        using var pdb = File.Create(Path.ChangeExtension(path, ".pdb"));
        var result = compilation.Emit(dll, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success ? path : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
