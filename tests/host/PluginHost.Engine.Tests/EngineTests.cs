using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests;

public sealed class EngineTests
{
    private const string Source = """
        [Setting("undo", SettingKind.Duration, "How long.", Default = "30s")]
        public sealed class Guest : Plugin
        {
            [Command("guest.note", "Note")]
            public async Task<int> NoteAsync(IHost host, CancellationToken cancel)
            {
                await host.State.AppendAsync("notes", new Note { Text = "a" }, cancel);
                return (await host.State.ReadAsync<Note>("notes", cancel)).Count;
            }
        }

        [StateRecord(1)]
        public sealed record Note { public required string Text { get; init; } }
        """;

    [Fact]
    public void Should_Refuse_A_Workspace_With_All_Its_Problems()
    {
        var workspace = new TestWorkspace { Extra = "zone: Nowhere/Land\nplugns:\n" }.NamingLine("Bad Id:");

        var problems = workspace.TryOpen().ShouldBeOfType<EngineRefused>().Problems.Select(problem => problem.ToString()).ToList();

        problems.Count.ShouldBe(3);
        problems[0].ShouldStartWith("plugins.yaml(2): ");
        problems[1].ShouldStartWith("plugins.yaml(3): ");
        problems[2].ShouldStartWith("plugins.yaml(4): \"plugns\" is unknown here. Did you mean \"plugins\"?");
    }

    [Fact]
    public void Should_Refuse_A_Workspace_With_The_Problems_Of_All_Plugins_Settings()
    {
        var workspace = new TestWorkspace()
            .With("guest", Source, named: false)
            .With("other", Source.Replace("guest.", "other."), named: false)
            .NamingLine("guest: { settings: { undo: soon } }")
            .NamingLine("other: { settings: { redo: 3s } }");

        workspace.TryOpen().ShouldBeOfType<EngineRefused>().Problems.Select(problem => problem.Line).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task Should_Open_With_A_Plugin_That_Cannot_Be_Used()
    {
        await using var workspace = new TestWorkspace().With("guest", Source).Naming("missing");

        workspace.TryOpen().ShouldBeOfType<EngineOpened>();
        (await workspace.DoAsync("guest.note")).ShouldBe((Value)1);
    }

    [Fact]
    public async Task Should_Make_Each_Part_Once_Whoever_Asks_At_The_Same_Time()
    {
        await using var workspace = new TestWorkspace();
        for (var round = 0; round < 50; round++)
        {
            await using var engine = workspace.TryOpen().ShouldBeOfType<EngineOpened>().Engine;
            using var start = new Barrier(4);

            var parts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return (engine.Services, engine.Store, engine.Streams, engine.State, engine.Scripts);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            parts.Distinct().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task Should_Open_An_Empty_Workspace()
    {
        await using var workspace = new TestWorkspace();

        workspace.Engine.Plugins.All.ShouldBeEmpty();
        (await workspace.Engine.CheckStoreAsync(CancellationToken.None)).ShouldBe(["The workspace has no store yet: nothing has been written."]);
    }

    [Fact]
    public async Task Should_Write_Nothing_Into_The_Workspace_By_Opening_It()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);

        workspace.Engine.Commands.All.Count().ShouldBe(1);

        Directory.EnumerateFileSystemEntries(workspace.Root).Select(Path.GetFileName).ShouldBe(["plugins.yaml"]);
    }

    [Fact]
    public async Task Should_Keep_State_From_One_Engine_To_The_Next()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        await workspace.DoAsync("guest.note");
        await workspace.Engine.DisposeAsync();

        await using var next = workspace.TryOpen().ShouldBeOfType<EngineOpened>().Engine;

        (await next.Commands.RunAsync("guest.note", Sdk.Record.Empty, CancellationToken.None)).ShouldBe((Value)2);
    }

    [Fact]
    public async Task Should_Be_Closed_Twice_As_Well_As_Once()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        await workspace.DoAsync("guest.note");

        await workspace.Engine.DisposeAsync();
        await workspace.Engine.DisposeAsync();

        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Load_Nothing_Any_More_Once_It_Is_Closed()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        await workspace.Engine.DisposeAsync();

        await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.note"));

        workspace.StateOf("guest").ShouldBe(PluginState.Ready);
    }

    [Fact]
    public async Task Should_Close_While_A_Plugin_Is_Being_Activated()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel) => Task.Delay(-1, cancel);

                [Command("guest.say", "Say")]
                public string Say() => "never";
            }
            """);
        var call = workspace.DoAsync("guest.say");

        await workspace.AdvanceUntilAsync(workspace.Engine.DisposeAsync().AsTask(), TimeSpan.FromMilliseconds(250));

        await workspace.AdvanceUntilAsync(call, TimeSpan.FromSeconds(1));
        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldBe("guest did not come back within 10 s, in activation");
    }

    [Fact]
    public async Task Should_Name_The_Workspace_And_Its_Zone_To_Plugins()
    {
        await using var workspace = new TestWorkspace { Extra = "zone: Europe/Oslo" }.With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.where", "Where")]
                public string Where(IHost host) => $"{host.Workspace.Name} {host.Workspace.Zone.Id} {host.Clock.GetUtcNow():HH:mm}";
            }
            """);

        (await workspace.DoAsync("guest.where")).ShouldBe((Value)"workspace Europe/Oslo 09:00");
    }

    [Fact]
    public async Task Should_Give_A_Plugin_One_Of_Each_Noun()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.nouns", "Nouns")]
                public string Nouns(IHost host) => string.Join(" ", typeof(IHost).GetProperties()
                    .Where(noun => !noun.PropertyType.IsValueType)
                    .Where(noun => noun.GetValue(host) is not { } one || !ReferenceEquals(one, noun.GetValue(host)))
                    .Select(noun => noun.Name));
            }
            """);

        (await workspace.DoAsync("guest.nouns")).ShouldBe((Value)"");
    }
}
