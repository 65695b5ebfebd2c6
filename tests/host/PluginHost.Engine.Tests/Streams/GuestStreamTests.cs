using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Store;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

/// <summary>Streams as a plugin meets them.</summary>
public sealed class GuestStreamTests
{
    private const string Id = "guest";

    private const string Source = """
        public sealed class Town : StreamSource
        {
            public int Asked;
            public int Told;
            public string Throws = "";
            public bool Hangs;
            public override TimeSpan Pause => TimeSpan.FromSeconds(3);
            public override async Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel)
            {
                Asked++;
                if (Throws.Length > 0)
                    throw new InvalidOperationException(Throws);

                if (Hangs)
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancel);

                var from = int.Parse(cursor ?? "0");
                var items = Enumerable.Range(from + 1, Told - from).Select(n => new StreamItem
                {
                    Id = $"e{n}", At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Data = Record.Of(("n", n)),
                });
                return new StreamPage { Items = [.. items], Cursor = $"{Told}" };
            }
        }

        """;

    private const string Taker = Source + """
        public sealed class Guest : Plugin
        {
            private readonly Town _town = new() { Told = 3 };
            private readonly List<string> _taken = [];
            private readonly CancellationTokenSource _enough = new();
            private IStream? _stream;

            public override Task ActivateAsync(IHost host, CancellationToken cancel)
            {
                _stream = host.Streams.Open("town", _town);
                return Task.CompletedTask;
            }

            [Command("guest.take", "Take")]
            public void Take(IHost host) => host.Jobs.Background("taking", async cancel =>
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _enough.Token);
                try
                {
                    await _stream!.TakeAsync("inbox", (events, transaction) =>
                    {
                        _taken.AddRange(events.Select(item => $"{item.Id}={item.Data["n"]}"));
                        return Task.CompletedTask;
                    }, either.Token);
                }
                catch (OperationCanceledException) when (_enough.IsCancellationRequested)
                {
                }
            });

            [Command("guest.enough", "Enough")]
            public void Enough() => _enough.Cancel();

            [Command("guest.taken", "Taken")]
            public string Taken() => string.Join(' ', _taken);

            [Command("guest.told", "Told")]
            public void Told(int told) => _town.Told = told;

            [Command("guest.throws", "Throws")]
            public void Throws(string text) => _town.Throws = text;

            [Command("guest.hangs", "Hangs")]
            public void Hangs() => _town.Hangs = true;

            [Command("guest.asked", "Asked")]
            public int Asked() => _town.Asked;

            [Command("guest.last", "Last")]
            public async Task<string> Last(CancellationToken cancel) => (await _stream!.ReadAsync(2, 10, cancel))[0].Id;

            [Command("guest.wait", "Wait")]
            public Task Wait(int after, CancellationToken cancel) => _stream!.WaitAsync(after, cancel);

            [Command("guest.listen", "Listen")]
            public void Listen(IHost host) => host.Jobs.Background("listening", _stream!.ListenAsync);

            [Command("guest.misuse", "Misuse")]
            public async Task<string> Misuse(IHost host, CancellationToken cancel)
            {
                var said = new List<string>();
                foreach (var wrong in new Func<Task>[]
                {
                    () => { host.Streams.Open(" ", _town); return Task.CompletedTask; },
                    () => _stream!.TakeAsync("", (_, _) => Task.CompletedTask, cancel),
                    () => _stream!.ReadAsync(-1, 1, cancel),
                    () => _stream!.ReadAsync(0, 0, cancel),
                })
                {
                    try { await wrong(); } catch (WrongUseException error) { said.Add(error.Message); }
                }
                return string.Join('\n', said);
            }
        }
        """;

    [Fact]
    public async Task Should_Take_What_The_Source_Tells()
    {
        await using var workspace = new TestWorkspace().With(Id, Taker);

        await workspace.DoAsync("guest.take");

        await TakenAsync(workspace, "e1=1 e2=2 e3=3");
        (await workspace.DoAsync("guest.last")).ShouldBe((Value)"e3");
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Read_A_Source_Only_While_Somebody_Listens()
    {
        // Given
        await using var workspace = new TestWorkspace().With(Id, Taker);
        await workspace.DoAsync("guest.take");
        await TakenAsync(workspace, "e1=1 e2=2 e3=3");

        // When
        await workspace.DoAsync("guest.enough");
        await workspace.UntilAsync(() => workspace.Runtime.FindRunning(Id)!.Gate.Inside == 0);
        var asked = await workspace.DoAsync("guest.asked");
        workspace.Clock.Advance(TimeSpan.FromMinutes(1));
        await workspace.PauseAsync();

        // Then
        (await workspace.DoAsync("guest.asked")).ShouldBe(asked);
        (await OwnerAsync(workspace)).ShouldBeNull();
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Note_Once_In_A_Row_That_A_Source_Throws()
    {
        // Given
        await using var workspace = new TestWorkspace().With(Id, Taker);
        await workspace.DoAsync("guest.throws", ("text", "the town is asleep"));
        await workspace.DoAsync("guest.take");

        // When
        await AdvanceUntilAsync(workspace, async () => (await workspace.DoAsync("guest.asked")).Number >= 4);
        await workspace.DoAsync("guest.throws", ("text", ""));
        await TakenAsync(workspace, "e1=1 e2=2 e3=3");
        await workspace.DoAsync("guest.throws", ("text", "again"));
        await AdvanceUntilAsync(workspace, () => Task.FromResult(workspace.Engine.Faults.All.Count == 2));

        // Then
        var fault = workspace.Engine.Faults.All[0];
        fault.Plugin.ShouldBe(Id);
        fault.Message.ShouldContain("the town is asleep");
        fault.Place.ShouldNotBeNull();
        fault.Entry.ShouldBe("the source of town");
        workspace.Engine.Output.Lines.ShouldContain(line => line.Text == "The source of town answers again.");
    }

    [Fact]
    public async Task Should_Give_Up_A_Source_That_Does_Not_Answer_And_Ask_Again()
    {
        // Given
        await using var workspace = new TestWorkspace().With(Id, Taker);
        await workspace.DoAsync("guest.hangs");
        await workspace.DoAsync("guest.take");

        // When
        await AdvanceUntilAsync(workspace, () => Task.FromResult(workspace.Engine.Faults.All.Count > 0));

        // Then
        workspace.Engine.Faults.All[0].Message.ShouldContain("300 s");
        await AdvanceUntilAsync(workspace, async () => (await workspace.DoAsync("guest.asked")).Number >= 2);
    }

    [Fact]
    public async Task Should_Not_Count_The_Time_That_A_Call_Waits_For_Events()
    {
        // Given a command that waits for the fourth event
        await using var workspace = new TestWorkspace().With(Id, Taker);
        await workspace.DoAsync("guest.take");
        await TakenAsync(workspace, "e1=1 e2=2 e3=3");
        var waiting = workspace.DoAsync("guest.wait", ("after", 3));
        await workspace.SettledAsync(Id);

        // When an hour passes
        for (var minute = 0; minute < 60; minute++)
        {
            workspace.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, CancellationToken.None);
        }

        waiting.IsCompleted.ShouldBeFalse();
        await workspace.DoAsync("guest.told", ("told", 4));

        // Then
        await workspace.AdvanceUntilAsync(waiting, TimeSpan.FromSeconds(1));
        await waiting;
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Read_The_Source_For_Those_Who_Only_Listen()
    {
        // Given
        await using var workspace = new TestWorkspace().With(Id, Taker);
        var waiting = workspace.DoAsync("guest.wait", ("after", 2));

        // When
        await workspace.DoAsync("guest.listen");

        // Then
        await waiting;
        (await workspace.DoAsync("guest.last")).ShouldBe((Value)"e3");
        (await workspace.DoAsync("guest.taken")).ShouldBe((Value)"");
        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Wait_For_What_Is_There()
    {
        await using var workspace = new TestWorkspace().With(Id, Taker);
        await workspace.DoAsync("guest.take");
        await TakenAsync(workspace, "e1=1 e2=2 e3=3");

        await workspace.DoAsync("guest.wait", ("after", 2));
    }

    [Fact]
    public async Task Should_Say_What_Is_Wrong_With_A_Use()
    {
        await using var workspace = new TestWorkspace().With(Id, Taker);

        var said = (await workspace.DoAsync("guest.misuse")).ToString();

        said.Split('\n').Length.ShouldBe(4);
        said.ShouldContain("opens a stream without a name");
        said.ShouldContain("without saying who takes");
        said.ShouldContain("Read at least one");
    }

    [Fact]
    public async Task Should_Store_Only_What_A_Filter_Wants_And_What_It_Throws_Over()
    {
        // Given a filter that wants the odd ones and throws over the fourth and the eighth
        await using var workspace = new TestWorkspace().With(Id, Source + """
            public sealed class Guest : Plugin
            {
                private readonly List<string> _taken = [];

                [Command("guest.take", "Take")]
                public void Take(IHost host) => host.Jobs.Background("taking", cancel => host.Streams
                    .Open("odd", new Town { Told = 9 }, item => item.Data["n"].Number % 4 == 0 ? throw new InvalidOperationException(item.Id) : item.Data["n"].Number % 2 == 1)
                    .TakeAsync("inbox", (events, transaction) =>
                    {
                        _taken.AddRange(events.Select(item => item.Id));
                        return Task.CompletedTask;
                    }, cancel));

                [Command("guest.taken", "Taken")]
                public string Taken() => string.Join(' ', _taken);
            }
            """);

        // When
        await workspace.DoAsync("guest.take");

        // Then
        await TakenAsync(workspace, "e1 e3 e4 e5 e7 e8 e9");
        var fault = workspace.Engine.Faults.All.ShouldHaveSingleItem();
        fault.Entry.ShouldBe("the filter of odd");
        fault.Message.ShouldContain("e4");
    }

    [Fact]
    public async Task Should_Read_A_Source_Once_For_Several_Takers_Of_A_Plugin()
    {
        // Given
        await using var workspace = new TestWorkspace().With(Id, Source + """
            public sealed class Guest : Plugin
            {
                private readonly List<string> _taken = [];
                private readonly List<Town> _towns = [];

                [Command("guest.take", "Take")]
                public void Take(IHost host, string taker)
                {
                    var town = new Town { Told = 1 };
                    _towns.Add(town);
                    var stream = host.Streams.Open("town", town);
                    host.Jobs.Background(taker, cancel => stream.TakeAsync(taker, (events, transaction) =>
                    {
                        _taken.AddRange(events.Select(item => taker + item.Id));
                        return Task.CompletedTask;
                    }, cancel));
                }

                [Command("guest.taken", "Taken")]
                public string Taken() => string.Join(' ', _taken.Order());

                [Command("guest.asked", "Asked")]
                public int Asked() => _towns.Count(town => town.Asked > 0);
            }
            """);

        // When
        foreach (var taker in new[] { "a", "b", "c" })
            await workspace.DoAsync("guest.take", ("taker", taker));

        // Then
        await TakenAsync(workspace, "ae1 be1 ce1");
        (await workspace.DoAsync("guest.asked")).ShouldBe((Value)1);
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_Work_That_Throws_With_Its_Line()
    {
        await using var workspace = new TestWorkspace().With(Id, Source + """
            public sealed class Guest : Plugin
            {
                [Command("guest.take", "Take")]
                public void Take(IHost host) => host.Jobs.Background("taking", cancel => host.Streams.Open("town", new Town { Told = 1 })
                    .TakeAsync("inbox", (events, transaction) => throw new InvalidOperationException("full up"), cancel));
            }
            """);

        await workspace.DoAsync("guest.take");
        await workspace.UntilAsync(() => workspace.Engine.Faults.All.Count == 1);

        var fault = workspace.Engine.Faults.All[0];
        fault.Entry.ShouldBe("the taker inbox of town");
        fault.Message.ShouldContain("full up");
        fault.Place.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Leave_Nothing_Behind_When_The_Plugin_Is_Unloaded()
    {
        // Given a taker that waits, and a source that is being asked
        await using var workspace = new TestWorkspace().With(Id, Taker);
        await workspace.DoAsync("guest.take");
        await TakenAsync(workspace, "e1=1 e2=2 e3=3");
        await workspace.DoAsync("guest.hangs");
        await AdvanceUntilAsync(workspace, async () => (await workspace.DoAsync("guest.asked")).Number >= 3);

        // When
        var state = await workspace.UnloadAsync(Id);

        // Then
        state.ShouldBe(PluginState.Unloaded);
        await workspace.GoneAsync(Id);
        (await OwnerAsync(workspace)).ShouldBeNull();
        workspace.Engine.Faults.All.ShouldBeEmpty();
        workspace.Engine.Output.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_Calls_After_The_Plugin_Was_Unloaded()
    {
        // Given a stream that is kept beyond its plugin
        await using var workspace = new TestWorkspace().With(Id, Taker);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var streams = workspace.Runtime.FindRunning(Id)!.Host.Streams;
        var stream = streams.Open("other", new NoSource());

        // When
        await workspace.UnloadAsync(Id);

        // Then
        const string Said = "uses its streams after it was unloaded";
        Should.Throw<PluginHostException>(() => streams.Open("other", new NoSource())).Message.ShouldContain(Said);
        (await Should.ThrowAsync<PluginHostException>(() => stream.TakeAsync("x", (_, _) => Task.CompletedTask, CancellationToken.None))).Message.ShouldContain(Said);
        (await Should.ThrowAsync<PluginHostException>(() => stream.ReadAsync(0, 1, CancellationToken.None))).Message.ShouldContain(Said);
        (await Should.ThrowAsync<PluginHostException>(() => stream.WaitAsync(0, CancellationToken.None))).Message.ShouldContain(Said);
        (await Should.ThrowAsync<PluginHostException>(() => stream.ListenAsync(CancellationToken.None))).Message.ShouldContain(Said);
    }

    [Fact]
    public async Task Should_Give_Leases_Back_When_The_Program_Ends()
    {
        // Given
        var workspace = new TestWorkspace().With(Id, Taker);
        await workspace.DoAsync("guest.take");
        await TakenAsync(workspace, "e1=1 e2=2 e3=3");
        var engine = workspace.Engine;

        // When
        await workspace.AdvanceUntilAsync(engine.DisposeAsync().AsTask(), TimeSpan.FromMilliseconds(25));

        // Then another process has it at once
        await using (workspace)
        {
            await using var again = ((EngineOpened)workspace.TryOpen()).Engine;
            var owner = await again.Store.ReadAsync(
                WorkspaceStore.HostName, Access.Host, connection => connection.Read($"select owner from pluginhost_stream"), CancellationToken.None);
            owner.Map(row => row.TextOrNull("owner")).ShouldBe([null]);
        }
    }

    private static Task TakenAsync(TestWorkspace workspace, string taken) =>
        AdvanceUntilAsync(workspace, async () => (await workspace.DoAsync("guest.taken")).ToString() == taken);

    private static async Task<string?> OwnerAsync(TestWorkspace workspace) => (await workspace.Engine.Store.ReadAsync(
        WorkspaceStore.HostName, Access.Host, connection => connection.Read($"select owner from pluginhost_stream"), CancellationToken.None))
        .Map(row => row.TextOrNull("owner"))[0];

    private static Task AdvanceUntilAsync(TestWorkspace workspace, Func<Task<bool>> isSo) => StreamBench.UntilAsync(async () =>
    {
        workspace.Clock.Advance(TimeSpan.FromSeconds(0.5));
        return await isSo();
    });

    private sealed class NoSource : StreamSource
    {
        public override Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel) => throw new NotSupportedException();
    }
}
