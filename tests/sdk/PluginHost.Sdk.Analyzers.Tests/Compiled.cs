using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PluginHost.Sdk.Analyzers.Tests;

/// <summary>What an author is told of a plugin that stands in the test.</summary>
internal static class Compiled
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using PluginHost.Campaigns;
        using PluginHost.Sdk;

        """;

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Microsoft.CSharp.dll" or "PluginHost.Sdk.dll" or "PluginHost.Campaigns.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles members of a plugin whose id is <c>acme.notes</c>.</summary>
    /// <returns>Each thing that is told: its id and its text.</returns>
    public static Task<IReadOnlyList<string>> MembersAsync(string members, string more = "") =>
        SourceAsync($"public sealed class Notes : Plugin {{ {members} }} {more}");

    /// <summary>Compiles a source.</summary>
    public static async Task<IReadOnlyList<string>> SourceAsync(string source)
    {
        var cancel = TestContext.Current.CancellationToken;
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
        var compilation = CSharpCompilation.Create("Notes", [CSharpSyntaxTree.ParseText(Usings + source, cancellationToken: cancel)], References, options);
        compilation.GetDiagnostics(cancel).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();

        ImmutableArray<DiagnosticAnalyzer> analyzers = [new RawApiAnalyzer(), new HandlerAnalyzer(), new StateRecordAnalyzer()];
        var told = await compilation.WithAnalyzers(analyzers, new AnalyzerOptions([new Manifest()])).GetAnalyzerDiagnosticsAsync(cancel);
        return [.. told.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];
    }

    private sealed class Manifest : AdditionalText
    {
        public override string Path => "plugin.yaml";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => SourceText.From("name: Notes\nid: acme.notes # ours\nversion: 1.0.0\n");
    }
}
