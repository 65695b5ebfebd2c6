using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins;

public sealed class PluginCatalogTests
{
    private const string Source = """
        public sealed class Guest : Plugin
        {
            [Command("guest.say", "Say")]
            public string Say() => "hello";
        }
        """;

    [Fact]
    public async Task Should_Know_The_Plugins_In_The_Order_Of_The_Workspace()
    {
        await using var workspace = new TestWorkspace()
            .With("zebra", Source.Replace("guest.", "zebra."))
            .With("apple", Source.Replace("guest.", "apple."));

        workspace.Engine.Plugins.All.Select(plugin => (plugin.Id, plugin.Origin)).ShouldBe([("zebra", PluginOrigin.Bundled), ("apple", PluginOrigin.Bundled)]);
        workspace.Engine.Plugins.Usable.Count().ShouldBe(2);
        workspace.Engine.Plugins.Find("none").ShouldBeNull();
    }

    [Fact]
    public async Task Should_Ask_Whether_Another_Was_Meant_When_A_Plugin_Is_Not_There()
    {
        await using var workspace = new TestWorkspace().With("guest", Source).Naming("gest");

        Refusal(workspace, "gest").ShouldBe("plugins.yaml(3): no plugin \"gest\" is bundled or installed. Did you mean \"guest\"?");
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Refuse_A_Plugin_Whose_Assembly_Is_Missing()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        File.Delete(Path.Combine(workspace.BundledFolder("guest"), "Test.guest.dll"));

        Refusal(workspace, "guest").ShouldBe($"Test.guest.dll is missing in {workspace.BundledFolder("guest")}. Build the plugin, or install it again.");
        workspace.Engine.StateOf(workspace.Engine.Plugins.Find("guest")!).ShouldBe(PluginState.Refused);
    }

    [Fact]
    public async Task Should_Refuse_A_Plugin_Whose_Assembly_Is_Broken_And_Leave_The_Others_Alone()
    {
        await using var workspace = new TestWorkspace().With("guest", Source).With("other", Source.Replace("guest.", "other."));
        File.WriteAllText(Path.Combine(workspace.BundledFolder("guest"), "Test.guest.dll"), "no assembly");

        Refusal(workspace, "guest").ShouldBe("Test.guest.dll is damaged: it cannot be read as a .NET assembly. Build or install the plugin again.");
        (await workspace.DoAsync("other.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Give_The_Lines_Of_A_Manifest_That_Cannot_Be_Read()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        File.WriteAllText(Path.Combine(workspace.BundledFolder("guest"), "plugin.yaml"), "id: guest\nnmae: Guest\n");

        Refusal(workspace, "guest").ShouldContain("guest/plugin.yaml(2): ");
        Refusal(workspace, "guest").ShouldContain("\"entry\" is missing");
    }

    [Fact]
    public async Task Should_Refuse_A_Folder_Without_A_Manifest()
    {
        await using var workspace = new TestWorkspace().Naming("guest");
        Directory.CreateDirectory(workspace.BundledFolder("guest"));

        Refusal(workspace, "guest").ShouldStartWith("guest/plugin.yaml: ");
    }

    [Fact]
    public async Task Should_Refuse_Another_Version_Than_The_Workspace_Wants()
    {
        await using var workspace = new TestWorkspace().With("guest", Source, named: false).NamingLine("guest: { version: 2.0.0 }");

        Refusal(workspace, "guest").ShouldBe("plugins.yaml(2) wants version 2.0.0; version 1.0.0 is there.");
    }

    [Fact]
    public async Task Should_Take_The_Version_That_The_Workspace_Wants()
    {
        await using var workspace = new TestWorkspace().With("guest", Source, named: false).NamingLine("guest: { version: 1.0.0 }");

        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Theory]
    [InlineData("^9.0")]
    [InlineData("^0.9")]
    [InlineData(">=1.0 <1.0.0")]
    public async Task Should_Refuse_A_Plugin_For_Another_Sdk(string range)
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        Rewrite(workspace, "sdk: ^1.0", $"sdk: \"{range}\"");

        Refusal(workspace, "guest").ShouldContain(range);
    }

    [Fact]
    public async Task Should_Say_Which_Sdk_Is_Wanted_And_Which_Is_Here()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        Rewrite(workspace, "sdk: ^1.0", "sdk: ^9.0");

        Refusal(workspace, "guest").ShouldBe("guest 1.0.0 wants SDK ^9.0; this program has 1.0.");
    }

    [Fact]
    public async Task Should_Refuse_A_Plugin_Whose_Contract_Is_Missing()
    {
        await using var workspace = new TestWorkspace().With("guest", Source, "contracts: [Acme.Contracts.dll]");

        Refusal(workspace, "guest").ShouldBe("The contract Acme.Contracts.dll is missing beside Test.guest.dll. Build the plugin, or install it again.");
    }

    [Fact]
    public async Task Should_Say_Where_A_Plugin_Was_Switched_Off()
    {
        await using var workspace = new TestWorkspace().With("guest", Source, named: false).NamingLine("guest: off");
        var plugin = workspace.Engine.Plugins.Find("guest")!;

        plugin.IsUsable.ShouldBeFalse();
        workspace.Engine.StateOf(plugin).ShouldBe(PluginState.Off);
        workspace.Engine.Commands.All.ShouldBeEmpty();
        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.Engine.ActivateAsync("guest", CancellationToken.None))).Message
            .ShouldBe("guest is switched off in plugins.yaml(2).");
    }

    [Fact]
    public async Task Should_Say_Why_When_A_Refused_Plugin_Is_Called()
    {
        await using var workspace = new TestWorkspace().With("guest", Source, "contracts: [Acme.Contracts.dll]");

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.Engine.ActivateAsync("guest", CancellationToken.None))).Message
            .ShouldStartWith("guest cannot be used: The contract Acme.Contracts.dll is missing");
        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.say"))).Message
            .ShouldStartWith("guest.say cannot be run, because its plugin cannot be used: The contract");
    }

    [Fact]
    public async Task Should_Take_A_Plugin_From_The_Folder_That_The_Workspace_Names()
    {
        await using var workspace = new TestWorkspace().NamingLine("guest: { path: ../mine/guest }");
        TestPlugin.Write(Path.Combine(workspace.Root, "..", "mine"), "guest", Source);

        workspace.Engine.Plugins.Find("guest")!.Origin.ShouldBe(PluginOrigin.Path);
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Prefer_The_Named_Folder_To_The_Bundled_Plugin()
    {
        await using var workspace = new TestWorkspace().With("guest", Source, named: false).NamingLine("guest: { path: ../mine/guest }");
        TestPlugin.Write(Path.Combine(workspace.Root, "..", "mine"), "guest", Source.Replace("hello", "from the folder"));

        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"from the folder");
    }

    [Fact]
    public async Task Should_Take_A_Plugin_From_A_Folder_Of_Sources_That_Is_Built()
    {
        await using var workspace = new TestWorkspace().NamingLine("guest: { path: ../guest }");
        var folder = TestPlugin.Write(Path.GetFullPath(Path.Combine(workspace.Root, "..")), "guest", Source);
        var output = Path.Combine(folder, "bin", "Debug", "net10.0");
        Directory.CreateDirectory(output);
        File.Move(Path.Combine(folder, "Test.guest.dll"), Path.Combine(output, "Test.guest.dll"));

        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Refuse_A_Named_Folder_That_Is_Not_There()
    {
        await using var workspace = new TestWorkspace().NamingLine("guest: { path: nowhere }");

        Refusal(workspace, "guest").ShouldBe($"There is no folder {Path.Combine(workspace.Root, "nowhere")}, which plugins.yaml(2) names for it.");
    }

    [Fact]
    public async Task Should_Refuse_A_Named_Folder_With_Another_Plugin()
    {
        await using var workspace = new TestWorkspace().NamingLine("guest: { path: ../mine/other }");
        var folder = TestPlugin.Write(Path.Combine(workspace.Root, "..", "mine"), "other", Source.Replace("guest.", "other."));

        Refusal(workspace, "guest").ShouldBe($"The plugin in {Path.GetFullPath(folder)} calls itself other. Name it so in plugins.yaml(2).");
    }

    [Fact]
    public async Task Should_Prefer_The_Installed_Plugin_To_The_Bundled_One()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        TestPlugin.Write(Path.Combine(workspace.Root, "..", "user", "plugins"), "guest", Source.Replace("hello", "installed"));

        workspace.Engine.Plugins.Find("guest")!.Origin.ShouldBe(PluginOrigin.Installed);
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"installed");
    }

    [Fact]
    public void Should_Refuse_The_Workspace_When_Settings_Are_Wrong()
    {
        var workspace = new TestWorkspace()
            .With("guest", "[Setting(\"undo\", SettingKind.Duration, \"How long.\", Default = \"30s\")]" + Source, named: false)
            .NamingLine("guest:")
            .NamingLine("  settings:")
            .NamingLine("    undoo: 30s")
            .NamingLine("    undo: soon");

        workspace.TryOpen().ShouldBeOfType<EngineRefused>().Problems.Select(problem => problem.ToString()).ShouldBe(
        [
            "plugins.yaml(4): \"undoo\" is no setting of the plugin \"guest\". Did you mean \"undo\"? It has undo.",
            "plugins.yaml(5): \"undo\" wants a length of time, such as 250ms, 30s, 5m, 2h or 7d, not \"soon\".",
        ]);
    }

    [Fact]
    public async Task Should_Hand_A_Plugin_Its_Settings()
    {
        await using var workspace = new TestWorkspace()
            .With("guest", """
                [Setting("undo", SettingKind.Duration, "How long.", Default = "30s")]
                [Setting("words", SettingKind.List, "Which.")]
                public sealed class Guest : Plugin
                {
                    [Command("guest.say", "Say")]
                    public string Say(IHost host) => $"{host.Settings.Duration("undo").TotalSeconds}: {string.Join("+", host.Settings.List("words"))}";
                }
                """, named: false)
            .NamingLine("guest: { settings: { words: [a, b] } }");

        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"30: a+b");
    }

    private static string Refusal(TestWorkspace workspace, string id)
    {
        var plugin = workspace.Engine.Plugins.Find(id)!;
        plugin.IsUsable.ShouldBeFalse();
        return plugin.Refusal!;
    }

    private static void Rewrite(TestWorkspace workspace, string old, string now)
    {
        var file = Path.Combine(workspace.BundledFolder("guest"), "plugin.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, now));
    }
}
