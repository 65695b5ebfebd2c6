using System.Reflection;

namespace PluginHost.Architecture.Tests;

/// <summary>Who may know whom. Read from the built assemblies: what the compiler has really bound to.</summary>
public sealed class ArrowTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "sdk/PluginHost.Sdk", [] },
        { "sdk/PluginHost.Sdk.Analyzers", [] },
        { "sdk/PluginHost.Templates", [] },
        { "sdk/PluginHost.Campaigns", ["PluginHost.Sdk"] },
        { "sdk/PluginHost.Sdk.Testing", ["PluginHost.Sdk", "PluginHost.Campaigns", "PluginHost.Engine"] },
        { "host/PluginHost.Terminal", [] },
        { "host/PluginHost.Terminal.Gallery", ["PluginHost.Terminal"] },
        { "host/PluginHost.Terminal.Markdown", ["PluginHost.Terminal"] },
        { "eng/FoldTables", [] },
        { "eng/UnicodeTables", [] },
        { "host/PluginHost.Engine", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "host/PluginHost.Workbench", ["PluginHost.Sdk", "PluginHost.Campaigns", "PluginHost.Engine"] },
        { "host/PluginHost", ["PluginHost.Sdk", "PluginHost.Campaigns", "PluginHost.Engine", "PluginHost.Terminal", "PluginHost.Workbench"] },
        { "plugins/Posting", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "plugins/Listening", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "plugins/Inbox", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "plugins/Giveaways", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "plugins/PressRoom", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "plugins/Networks/Rehearsal", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "plugins/Networks/RehearsalServer", [] },
        { "plugins/Networks/Bluesky", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "plugins/Networks/Mastodon", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "examples/Acme.Notes", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "examples/Acme.Counter", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "examples/Acme.Tone", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "examples/Acme.Bulletin", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "examples/Acme.Weather", ["PluginHost.Sdk", "PluginHost.Campaigns"] },
        { "examples/Acme.Weather.Contracts", ["PluginHost.Sdk"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Should_Know_Nobody_Else(string project, string[] mayKnow) =>
        Known(project).Where(name => name.StartsWith("PluginHost", StringComparison.Ordinal)).Except(mayKnow).ShouldBeEmpty();

    [Fact]
    public void Should_Have_An_Arrow_For_Every_Project_Of_The_Product() => Repository.Projects
        .Where(project => !project.StartsWith("tests/", StringComparison.Ordinal))
        .Select(project => Path.GetDirectoryName(project)!.Replace('\\', '/'))
        .Except(Arrows.Select(arrow => arrow.Data.Item1))
        .ShouldBeEmpty();

    [Fact]
    public void Should_Have_A_Contract_Without_Dependencies() =>
        Known("sdk/PluginHost.Sdk").Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("plugins/Listening")]
    [InlineData("plugins/Posting")]
    [InlineData("plugins/Inbox")]
    [InlineData("plugins/Giveaways")]
    [InlineData("plugins/PressRoom")]
    [InlineData("plugins/Networks/Rehearsal")]
    [InlineData("plugins/Networks/Bluesky")]
    [InlineData("plugins/Networks/Mastodon")]
    public void Should_Ship_No_Contract_With_A_Plugin(string project) =>
        Directory.EnumerateFiles(Output(project), "PluginHost.*.dll").Select(Path.GetFileName)
            .ShouldBe([$"PluginHost.{Path.GetFileName(project)}.dll"]);

    private static IEnumerable<string> Known(string project)
    {
        var name = project == "host/PluginHost" ? "pluginhost"
            : project.StartsWith("plugins/", StringComparison.Ordinal) ? $"PluginHost.{Path.GetFileName(project)}"
            : Path.GetFileName(project);
        using var reading = new AssemblyFile(Path.Combine(Output(project), name + ".dll"));
        return reading.References;
    }

    // The build that these tests belong to: the same configuration.
    private static string Output(string project)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)));
        return Directory.EnumerateDirectories(Path.Combine(Repository.Root, project, "bin", configuration!), "net*").Single();
    }
}
