using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Workspaces;

public sealed class ReloadTests
{
    private const string Source = """
        [Setting("greeting", SettingKind.Text, "What it says.", Default = "hello")]
        public sealed class Guest : Plugin
        {
            [Command("guest.greet", "Greet")]
            public string Greet(IHost host) => host.Settings.Text("greeting");
        }
        """;

    [Fact]
    public async Task Should_Go_By_Another_Setting_And_Load_The_Plugin_Anew()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        (await workspace.DoAsync("guest.greet")).ShouldBe((Value)"hello");

        (await ReloadAsync(workspace, "plugins: { guest: { settings: { greeting: salut } } }")).ShouldBeOfType<WorkspaceTaken>().Waiting.ShouldBeEmpty();

        (await workspace.DoAsync("guest.greet")).ShouldBe((Value)"salut");
    }

    [Fact]
    public async Task Should_Leave_A_Plugin_Running_Whose_Entry_Has_Only_Moved()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        await workspace.DoAsync("guest.greet");

        await ReloadAsync(workspace, "profiles: { \"@quiet\": { network: none, purpose: listening } }\n\nplugins: { guest: }");

        workspace.StateOf("guest").ShouldBe(PluginState.Active);
        workspace.Engine.Profiles.All.ShouldHaveSingleItem().Name.ShouldBe("@quiet");
    }

    [Theory]
    [InlineData("plugins: { guest: { settings: { greting: x } } }", "plugins.yaml(1): \"greting\" is no setting of the plugin \"guest\".")]
    [InlineData("plugin: { guest: }", "plugins.yaml(1): \"plugin\" is unknown here.")]
    public async Task Should_Go_On_With_What_It_Has_When_Something_Is_Wrong(string text, string problem)
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        await workspace.DoAsync("guest.greet");

        var kept = (await ReloadAsync(workspace, text)).ShouldBeOfType<WorkspaceKept>();

        kept.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith(problem);
        workspace.StateOf("guest").ShouldBe(PluginState.Active);
        (await workspace.DoAsync("guest.greet")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Unload_A_Plugin_That_Is_Switched_Off_Or_Named_No_More()
    {
        await using var workspace = new TestWorkspace().With("guest", Source).With("other", Source.Replace("guest.", "other.", StringComparison.Ordinal));
        await workspace.DoAsync("guest.greet");
        await workspace.DoAsync("other.greet");

        await ReloadAsync(workspace, "plugins: { guest: off }");

        workspace.StateOf("guest").ShouldBe(PluginState.Off);
        workspace.Runtime.Running.ShouldBeEmpty();
        await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("other.greet"));
    }

    [Fact]
    public async Task Should_Say_What_Waits_For_The_Next_Start()
    {
        await using var workspace = new TestWorkspace { Extra = "zone: Europe/Oslo" }.With("guest", Source);
        _ = workspace.Engine;

        (await ReloadAsync(workspace, "plugins: { guest: }\nzone: Asia/Tokyo\nmail: { server: smtp.example.org, from: a@example.org }"))
            .ShouldBeOfType<WorkspaceTaken>().Waiting.ShouldBe(["zone", "mail"]);
    }

    [Fact]
    public async Task Should_Tell_When_A_Plugin_Comes_And_Goes()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        var states = new List<PluginState>();
        workspace.Engine.PluginChanged += plugin => states.Add(workspace.StateOf(plugin));

        await workspace.DoAsync("guest.greet");
        await workspace.UnloadAsync("guest");

        states.ShouldBe([PluginState.Active, PluginState.Unloaded]);
    }

    private static async Task<WorkspaceReload> ReloadAsync(TestWorkspace workspace, string text)
    {
        workspace.Write("plugins.yaml", text);
        var reloading = workspace.Engine.ReloadAsync(CancellationToken.None);
        await workspace.AdvanceUntilAsync(reloading, TimeSpan.FromMilliseconds(25));
        return await reloading;
    }
}
