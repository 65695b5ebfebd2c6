using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PluginHost.Sdk.Analyzers;

namespace PluginHost.Templates.Tests;

/// <summary>A plugin's template: what is made of it compiles, and nobody is told anything. <c>tests/outsider</c> makes one, and walks the whole way.</summary>
public sealed class PluginTemplateTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    [Fact]
    public async Task Should_Compile_Without_A_Word_From_Compiler_And_Analyzers()
    {
        var cancel = TestContext.Current.CancellationToken;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "PluginHost.Sdk.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var trees = TemplateFiles.Of("plugin").Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(TemplateFiles.Read($"plugin/{file}"), path: file, cancellationToken: cancel));
        var compilation = CSharpCompilation.Create(
            "Acme.Hello",
            [CSharpSyntaxTree.ParseText(Usings, cancellationToken: cancel), .. trees],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new RawApiAnalyzer(), new HandlerAnalyzer(), new StateRecordAnalyzer()];

        var told = await compilation.WithAnalyzers(analyzers).GetAllDiagnosticsAsync(cancel);

        told.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Name_The_Same_Plugin_Everywhere()
    {
        var manifest = TemplateFiles.Read("plugin/plugin.yaml");

        manifest.ShouldContain("id: acme.hello\n");
        manifest.ShouldContain("entry: Acme.Hello.dll\n");
        Regex.Matches(TemplateFiles.Read("plugin/HelloPlugin.cs"), """\[(Command|View)\("([^"]*)""").Select(match => match.Groups[2].Value)
            .ShouldAllBe(id => id.StartsWith("acme.hello.", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_Replace_Only_What_Is_There()
    {
        using var template = JsonDocument.Parse(TemplateFiles.Read("plugin/.template.config/template.json"));
        var all = string.Concat(TemplateFiles.Of("plugin").Where(file => !file.StartsWith('.')).Select(file => TemplateFiles.Read($"plugin/{file}")));

        foreach (var symbol in template.RootElement.GetProperty("symbols").EnumerateObject())
            all.ShouldContain(symbol.Value.GetProperty("replaces").GetString()!);
    }
}
