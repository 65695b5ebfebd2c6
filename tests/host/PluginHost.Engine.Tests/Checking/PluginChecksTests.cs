using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Checking;

/// <summary>What plugins look at when somebody asks whether all is well, and what their settings name.</summary>
public sealed class PluginChecksTests : IAsyncDisposable
{
    private const string Guest = """
        [Setting("menu", SettingKind.Text, "The menu.", Names = SettingNames.Files)]
        [Setting("files", SettingKind.List, "More of them.", Names = SettingNames.Files)]
        [Setting("speakers", SettingKind.List, "Who speaks, and how often.", Names = SettingNames.Profiles)]
        [Setting("handles", SettingKind.List, "Others.")]
        public sealed class Guest : Plugin
        {
            [Check("guest.shelves", "The shelves")]
            public IReadOnlyList<CheckProblem> Shelves(IHost host) =>
                host.Workspace.Name.Length > 0 ? new[] { new CheckProblem { Message = "The left one is empty.", Severity = Severity.Warning } } : Array.Empty<CheckProblem>();

            [Check("guest.milk", "The milk")]
            public async Task<IReadOnlyList<CheckProblem>> MilkAsync(CancellationToken cancel)
            {
                await Task.Yield();
                return Array.Empty<CheckProblem>();
            }

            [Check("guest.fall", "What falls")]
            public IReadOnlyList<CheckProblem> Fall() => throw new InvalidOperationException("the shelf fell down");

            [Check("guest.null", "Nothing")]
            public IReadOnlyList<CheckProblem> Nothing() => null!;
        }
        """;

    private readonly TestWorkspace _workspace = new();

    [Fact]
    public async Task Should_Run_The_Checks_Of_A_Plugin_Each_Behind_The_Fence()
    {
        // Given
        _workspace.With("guest", Guest);
        var checks = _workspace.Engine.Checks;
        var all = checks.All.ToDictionary(known => known.Check.Id);
        _workspace.StateOf("guest").ShouldBe(PluginState.Ready);

        // Then
        all.Keys.ShouldBe(["guest.shelves", "guest.milk", "guest.fall", "guest.null"]);
        (await checks.RunAsync(all["guest.shelves"], CancellationToken.None)).ShouldBe([new CheckProblem { Message = "The left one is empty.", Severity = Severity.Warning }]);
        (await checks.RunAsync(all["guest.milk"], CancellationToken.None)).ShouldBeEmpty();
        (await Should.ThrowAsync<PluginFaultedException>(checks.RunAsync(all["guest.fall"], CancellationToken.None))).Message.ShouldContain("the shelf fell down");
        (await Should.ThrowAsync<PluginFaultedException>(checks.RunAsync(all["guest.null"], CancellationToken.None))).Message.ShouldContain("came back with nothing");
    }

    [Fact]
    public void Should_Say_What_Settings_Name_That_Is_Not_There()
    {
        // Given
        _workspace.With("guest", Guest, named: false)
            .NamingLine("guest: { settings: { menu: flavour.csv, files: [flavours.csv, sub/none.csv],")
            .NamingLine("  speakers: [\"@slocombe 500\", \"@slocomb=3\", \"press 2\", \"@\"], handles: [\"@competitor\"] } }");
        _workspace.Write("flavours.csv", "flavour\n");
        _workspace.Extra = "profiles:\n  \"@slocombe\": { network: rehearsal }\n";

        // Then
        _workspace.Engine.MissingThings.Select(problem => problem.ToString()).ShouldBe(
        [
            "plugins.yaml(2): \"menu\" of guest names the file flavour.csv, and there is none. Did you mean \"flavours.csv\"? Put it there, or name another.",
            "plugins.yaml(2): \"files\" of guest names the file sub/none.csv, and there is none. Put it there, or name another.",
            "plugins.yaml(3): \"speakers\" of guest names @slocomb, and there is no such profile. Did you mean \"@slocombe\"? Profiles stand under \"profiles:\".",
        ]);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();
}
