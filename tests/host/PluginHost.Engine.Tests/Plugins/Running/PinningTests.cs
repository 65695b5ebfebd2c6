using System.Runtime.CompilerServices;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

/// <summary>
/// What holds an unloaded plugin in memory, and what does not: one case each, so that a new version of the runtime tells on itself. A zombie is
/// listed, and nobody else notices.
/// </summary>
public sealed class PinningTests
{
    private const string Id = "guest";

    // Something of the host's that lives on, as a plugin finds it in a row of the table.
    private readonly ConditionalWeakTable<object, object> _ofTheHost = [];

    public PinningTests() => AppContext.SetData("guest.table", _ofTheHost);

    private static string Source(string code) => PinTable.Source(code);

    [Theory]
    [MemberData(nameof(PinTable.Pinning), MemberType = typeof(PinTable))]
    public async Task Should_Become_A_Zombie_And_Trouble_Nobody(string what, string code, string told)
    {
        await using var workspace = new TestWorkspace().With(Id, Source(code), "needs: [files, network]", Microsoft("CSharp"));
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie, $"{what}, of which the author is told as {told}");

        workspace.StateOf(Id).ShouldBe(PluginState.Zombie);
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(PinTable.Harmless), MemberType = typeof(PinTable))]
    public async Task Should_Be_Gone_Whatever_It_Has_Used(string what, string code)
    {
        await using var workspace = new TestWorkspace().With(Id, Source(code), "needs: [files, network]");
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded, what);

        workspace.Engine.Faults.All.ShouldBeEmpty();
        await workspace.GoneAsync(Id);
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Leave_The_Other_Plugins_Alone_When_One_Is_A_Zombie()
    {
        await using var workspace = new TestWorkspace()
            .With(Id, Source("System.Runtime.InteropServices.GCHandle.Alloc(new Thing());"))
            .With("other", Source("").Replace("guest.", "other."));
        await workspace.DoAsync("guest.use");
        await workspace.DoAsync("other.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        (await workspace.DoAsync("other.say")).ShouldBe((Value)"hello");
        (await workspace.UnloadAsync("other")).ShouldBe(PluginState.Unloaded);
        workspace.StateOf(Id).ShouldBe(PluginState.Zombie);
    }

    [Fact]
    public async Task Should_Stay_As_Long_As_A_Thread_Of_Its_Own_Runs()
    {
        using var end = new ManualResetEventSlim();
        AppContext.SetData("guest.end", end);
        await using var workspace = new TestWorkspace().With(Id, Source("""
            var end = (ManualResetEventSlim)AppContext.GetData("guest.end")!;
            new Thread(() => { while (!end.Wait(5)) Things.Count++; }) { IsBackground = true }.Start();
            """));
        await workspace.DoAsync("guest.use");
        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        end.Set();

        await workspace.GoneAsync(Id);
        AppContext.SetData("guest.end", null);
    }

    [Theory]
    [InlineData("", PluginState.Zombie)]
    [InlineData("public override Task DeactivateAsync(CancellationToken cancel) { Bell.Rung -= Hear; return Task.CompletedTask; }", PluginState.Unloaded)]
    public async Task Should_Stay_Where_It_Listens_To_A_Static_Event_Of_A_Contract(string deactivate, PluginState state)
    {
        using var folder = new TestFolder();
        var contract = TestPlugin.Assembly(folder.Path, $"Test.Bell.{state}", "public static class Bell { public static event Action? Rung; public static void Ring() => Rung?.Invoke(); }");
        await using var workspace = new TestWorkspace().With(Id, $$"""
            public sealed class Guest : Plugin
            {
                private int _heard;

                public override Task ActivateAsync(IHost host, CancellationToken cancel) { Bell.Rung += Hear; return Task.CompletedTask; }

                {{deactivate}}

                [Command("guest.ring", "Ring")]
                public int Ring() { Bell.Ring(); return _heard; }

                private void Hear() => _heard++;
            }
            """, $"contracts: [{Path.GetFileName(contract)}]", contract);
        File.Copy(contract, Path.Combine(workspace.BundledFolder(Id), Path.GetFileName(contract)));
        (await workspace.DoAsync("guest.ring")).ShouldBe((Value)1);

        (await workspace.UnloadAsync(Id)).ShouldBe(state);

        // A zombie still hears what the next one rings.
        (await workspace.DoAsync("guest.ring")).ShouldBe((Value)1);
    }

    [Fact]
    public async Task Should_Stay_Where_A_Table_Of_The_Host_Keeps_Something_Of_It_Under_A_Key_That_Lives()
    {
        await using var workspace = new TestWorkspace().With(Id, Source("""
            var table = (System.Runtime.CompilerServices.ConditionalWeakTable<object, object>)AppContext.GetData("guest.table")!;
            table.Add(table, new Thing());
            """));
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        _ofTheHost.Clear();
        await workspace.GoneAsync(Id);
    }

    [Fact]
    public async Task Should_Be_Gone_When_The_Host_Keeps_The_Fault_Of_An_Exception_Of_Its_Own()
    {
        await using var workspace = new TestWorkspace().With(Id, Source("throw new Melted();"));
        var kept = await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.use"));

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.Engine.Faults.All.Single().Message.ShouldStartWith("threw Melted: ");
        kept.Message.ShouldContain("threw Melted");
        GC.KeepAlive(kept);
    }

    [Fact]
    public async Task Should_Be_Gone_When_The_Host_Keeps_What_A_Command_And_A_View_Gave()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.rows", "Rows")]
                public Table Rows() => new() { Columns = [new TableColumn { Name = "a" }], Rows = [Record.Of(("a", 1)), Record.Of(("a", 2))] };

                [View("guest.tree", "Tree", Area.Sidebar)]
                public Tree Tree() => new() { Nodes = [new TreeNode { Id = "1", Text = "one", Children = [new TreeNode { Id = "2", Text = "two" }] }] };
            }
            """);
        var rows = await workspace.DoAsync("guest.rows");
        var tree = await workspace.Engine.Views.OpenAsync("guest.tree", CancellationToken.None);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        rows.Items.Count.ShouldBe(2);
        tree.ShouldBeOfType<Tree>().Nodes[0].Children[0].Text.ShouldBe("two");
    }

    [Fact]
    public async Task Should_Leave_Nothing_Behind_However_Often_It_Is_Loaded_And_Unloaded()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            [Provides(typeof(IPublisher))]
            public sealed class Guest : Plugin, IPublisher
            {
                private IHost _host = null!;

                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    _host = host;
                    host.Services.Provide<IPublisher>(this);
                    host.Jobs.Every(TimeSpan.FromSeconds(1), async cancel => await host.State.ReadAsync<Note>("notes", cancel));
                    host.Jobs.Background("Looping", async cancel => { while (true) await Task.Delay(50, cancel); });
                    return Task.CompletedTask;
                }

                [Command("guest.use", "Use")]
                public async Task<int> UseAsync(CancellationToken cancel)
                {
                    await _host.State.AppendAsync("notes", new Note { Text = "a" }, cancel);
                    var rows = await _host.Store.ReadAsync($"select 1 as n", row => new Note { Text = row.Integer("n").ToString() }, cancel);
                    var publisher = await _host.Services.GetAsync<IPublisher>(cancel);
                    await publisher.CheckAsync(new PostPlan { Variants = [], AskedBy = "guest" }, cancel);
                    return rows.Count + (await _host.State.ReadAsync<Note>("notes", cancel)).Count;
                }

                public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Problem>>([]);

                public Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel) => throw new NotSupportedException();
            }

            [StateRecord(1)]
            public sealed record Note { public required string Text { get; init; } }
            """);

        for (var round = 1; round <= 25; round++)
        {
            (await workspace.DoAsync("guest.use")).ShouldBe((Value)(round + 1));
            (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded, $"round {round}");
        }

        await workspace.GoneAsync(Id);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    private static string Microsoft(string library) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Single(path => Path.GetFileName(path) == $"Microsoft.{library}.dll");
}
