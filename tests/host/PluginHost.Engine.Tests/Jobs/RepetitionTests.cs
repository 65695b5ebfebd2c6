using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Jobs;

/// <summary>What runs now and then, and what runs beside the rest.</summary>
public sealed class RepetitionTests
{
    private const string Id = "guest";

    private const string Ticking = """
        public sealed class Guest : Plugin
        {
            private IDisposable? _ticking;
            private int _runs;
            private int _inside;
            private int _most;

            [Command("guest.start", "Start")]
            public void Start(IHost host) => _ticking = host.Jobs.Every(TimeSpan.FromSeconds(10), async cancel =>
            {
                _most = Math.Max(_most, ++_inside);
                _runs++;
                await Task.Delay(TimeSpan.FromSeconds(25), host.Clock, cancel);
                _inside--;
            });

            [Command("guest.stop", "Stop")]
            public void Stop() => _ticking!.Dispose();

            [Command("guest.runs", "Runs")]
            public string Runs() => $"{_runs} runs, {_most} at once";
        }
        """;

    [Fact]
    public async Task Should_Run_Now_And_Then_And_Never_Twice_At_Once()
    {
        // Given a run that takes longer than the interval
        await using var workspace = new TestWorkspace().With(Id, Ticking);
        await workspace.DoAsync("guest.start");

        // When: wait 10, run 25, wait 10, run 25, wait 10, run
        for (var second = 0; second < 80; second++)
        {
            await workspace.SettledAsync(Id);
            workspace.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await workspace.SettledAsync(Id);
        (await workspace.DoAsync("guest.runs")).ShouldBe((Value)"3 runs, 1 at once");
    }

    [Fact]
    public async Task Should_Not_Run_Before_The_First_Interval_Is_Over()
    {
        await using var workspace = new TestWorkspace().With(Id, Ticking);
        await workspace.DoAsync("guest.start");
        await workspace.SettledAsync(Id);

        workspace.Clock.Advance(TimeSpan.FromSeconds(9.9));
        await workspace.SettledAsync(Id);

        (await workspace.DoAsync("guest.runs")).ShouldBe((Value)"0 runs, 0 at once");
    }

    [Fact]
    public async Task Should_Run_No_More_Once_The_Plugin_Ends_It_And_Blame_Nobody()
    {
        await using var workspace = new TestWorkspace().With(Id, Ticking);
        await workspace.DoAsync("guest.start");
        await workspace.SettledAsync(Id);

        await workspace.DoAsync("guest.stop");
        await workspace.UntilAsync(() => workspace.Runtime.FindRunning(Id)!.Gate.Inside == 0);
        workspace.Clock.Advance(TimeSpan.FromMinutes(1));

        (await workspace.DoAsync("guest.runs")).ShouldBe((Value)"0 runs, 0 at once");
        workspace.Engine.Faults.All.ShouldBeEmpty();
        workspace.Runtime.FindRunning(Id)!.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Should_End_A_Run_Under_Way_Once_The_Plugin_Ends_The_Repetition()
    {
        await using var workspace = new TestWorkspace().With(Id, Ticking);
        await workspace.DoAsync("guest.start");
        await workspace.SettledAsync(Id);
        workspace.Clock.Advance(TimeSpan.FromSeconds(10));
        await workspace.SettledAsync(Id);

        await workspace.DoAsync("guest.stop");

        await workspace.UntilAsync(() => workspace.Runtime.FindRunning(Id)!.Gate.Inside == 0);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_A_Run_That_Throws_And_Run_Again()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                private int _runs;

                [Command("guest.start", "Start")]
                public void Start(IHost host) => host.Jobs.Every(TimeSpan.FromSeconds(10), cancel =>
                    throw (++_runs == 1 ? new InvalidOperationException("first") : new WrongUseException("second")));
            }
            """);
        await workspace.DoAsync("guest.start");
        for (var run = 1; run <= 2; run++)
        {
            await workspace.SettledAsync(Id);
            workspace.Clock.Advance(TimeSpan.FromSeconds(10));
            await workspace.UntilAsync(() => workspace.Engine.Faults.All.Count == run);
        }

        workspace.Engine.Faults.All.Select(fault => fault.ToString()).ShouldBe(
        [
            "guest threw InvalidOperationException: first, in repeated work (Plugin.cs:7)",
            "guest threw WrongUseException: second, in repeated work (Plugin.cs:7)",
        ]);
    }

    [Theory]
    [InlineData("TimeSpan.Zero", "00:00:00")]
    [InlineData("TimeSpan.FromSeconds(-1)", "-00:00:01")]
    public async Task Should_Refuse_An_Interval_That_Is_None(string interval, string text)
    {
        await using var workspace = new TestWorkspace().With(Id, $$"""
            public sealed class Guest : Plugin
            {
                [Command("guest.start", "Start")]
                public void Start(IHost host) => host.Jobs.Every({{interval}}, cancel => Task.CompletedTask);
            }
            """);

        (await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.start"))).Message
            .ShouldBe($"guest wants something repeated every {text}. Give an interval above zero.");
    }

    [Fact]
    public async Task Should_Run_No_More_Once_The_Plugin_Is_Unloaded()
    {
        await using var workspace = new TestWorkspace().With(Id, Ticking);
        await workspace.DoAsync("guest.start");
        await workspace.SettledAsync(Id);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Run_In_The_Background_Until_The_Plugin_Is_Unloaded()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                private int _turns;

                [Command("guest.start", "Start")]
                public void Start(IHost host) => host.Jobs.Background("Turning", async cancel =>
                {
                    while (true)
                    {
                        _turns++;
                        await Task.Delay(TimeSpan.FromSeconds(1), host.Clock, cancel);
                    }
                });

                [Command("guest.turns", "Turns")]
                public int Turns() => _turns;
            }
            """);
        await workspace.DoAsync("guest.start");
        await workspace.SettledAsync(Id);
        workspace.Engine.Jobs.Running.Single().Title.ShouldBe("Turning");
        workspace.Clock.Advance(TimeSpan.FromSeconds(1));
        await workspace.SettledAsync(Id);
        (await workspace.DoAsync("guest.turns")).ShouldBe((Value)2);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.Engine.Jobs.Running.ShouldBeEmpty();
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Background", false)]
    [InlineData("Resumable", true)]
    public async Task Should_Know_Whether_Nothing_Is_Lost_When_It_Ends(string way, bool isResumable)
    {
        await using var workspace = new TestWorkspace().With(Id, $$"""
            public sealed class Guest : Plugin
            {
                [Command("guest.start", "Start")]
                public void Start(IHost host) => host.Jobs.{{way}}("Turning", cancel => Task.Delay(-1, cancel));
            }
            """);
        await workspace.DoAsync("guest.start");
        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running is [{ Title: "Turning" }]);

        workspace.Engine.Jobs.Running[0].IsResumable.ShouldBe(isResumable);
        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);
    }

    [Fact]
    public async Task Should_End_Background_Work_When_A_Person_Stops_It()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.start", "Start")]
                public void Start(IHost host) => host.Jobs.Background("Turning", cancel => Task.Delay(-1, cancel));
            }
            """);
        await workspace.DoAsync("guest.start");
        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running.Count == 1);

        await workspace.Engine.Jobs.Running[0].StopAsync();

        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running.Count == 0 && workspace.Runtime.FindRunning(Id)!.Gate.Inside == 0);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("InvalidOperationException")]
    [InlineData("WrongUseException")]
    public async Task Should_Make_A_Fault_Of_Background_Work_That_Throws(string exception)
    {
        await using var workspace = new TestWorkspace().With(Id, $$"""
            public sealed class Guest : Plugin
            {
                [Command("guest.start", "Start")]
                public void Start(IHost host) => host.Jobs.Background("Turning", cancel => throw new {{exception}}("stuck"));
            }
            """);

        await workspace.DoAsync("guest.start");

        await workspace.UntilAsync(() => workspace.Engine.Faults.All.Count == 1);
        workspace.Engine.Faults.All.Single().ToString().ShouldBe($"guest threw {exception}: stuck, in Turning (Plugin.cs:4)");
    }

    [Theory]
    [InlineData("""host.Jobs.Background("Turning", cancel => Task.Delay(-1, cancel))""")]
    [InlineData("""host.Jobs.Every(TimeSpan.FromHours(1), cancel => Task.CompletedTask)""")]
    public async Task Should_Count_The_Time_Of_A_Command_That_Starts_Something_Beside_It(string start)
    {
        await using var workspace = new TestWorkspace().With(Id, $$"""
            public sealed class Guest : Plugin
            {
                [Command("guest.start", "Start")]
                public async Task StartAsync(IHost host, CancellationToken cancel)
                {
                    {{start}};
                    await Task.Delay(-1, cancel);
                }
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var call = workspace.DoAsync("guest.start");
        await workspace.UntilAsync(() => workspace.Runtime.FindRunning(Id) is { Gate.Inside: 2, Context.IsIdle: true });

        workspace.Clock.Advance(TimeSpan.FromSeconds(30));

        await workspace.AdvanceUntilAsync(call, TimeSpan.FromSeconds(1));
        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldBe("guest did not come back within 30 s, in guest.start");
    }
}
