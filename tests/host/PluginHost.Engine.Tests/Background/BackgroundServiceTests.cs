using PluginHost.Engine.Background;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Engine.Tests.Background;

public sealed class BackgroundServiceTests : IAsyncDisposable
{
    private const string Obedient = """
        public sealed class Guest : Plugin
        {
            [BackgroundService("guest.work", "Works")]
            public async Task WorkAsync(IHost host, CancellationToken cancel)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, cancel);
            }
        }
        """;

    private const string Failing = """
        public sealed class Failing : Plugin
        {
            [BackgroundService("failing.work", "Fails")]
            public async Task WorkAsync()
            {
                await Task.Yield();
                throw new InvalidOperationException("no milk");
            }
        }
        """;

    private readonly TestWorkspace _workspace = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _told = [];

    [Fact]
    public void Should_Know_What_Runs_In_The_Background_Without_Loading_It()
    {
        _workspace.With("guest", Obedient);

        _workspace.Engine.Background.All.Select(known => $"{known.Plugin.Id} {known.Service.Id} {known.Service.Title}").ShouldBe(["guest guest.work Works"]);
        _workspace.StateOf("guest").ShouldBe(PluginState.Ready);
    }

    [Fact]
    public async Task Should_Run_A_Service_Until_It_Is_Told_To_Stop()
    {
        // Given
        _workspace.With("guest", Obedient);
        var serving = Serve();
        await _workspace.UntilAsync(() => Told.Length == 1);
        await _workspace.InsideAsync("guest");

        // When
        _workspace.Clock.Advance(TimeSpan.FromDays(3));
        serving.IsCompleted.ShouldBeFalse();
        await _stop.CancelAsync();
        await serving;

        // Then
        Told.ShouldBe(["guest.work started: Works", "guest.work stopped"]);
        _workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Start_A_Service_Again_After_A_Pause_That_Grows()
    {
        // Given
        _workspace.With("failing", Failing);
        var serving = Serve();
        var pauses = new List<string>();

        // When
        foreach (var pause in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            await _workspace.UntilAsync(() => Told.Length % 2 == 0 && Told.Length > 0);
            var before = Told.Length;
            await _workspace.SettledAsync("failing");
            pauses.Add(Told[^1].Split("again in ")[1].Split(':')[0]);
            _workspace.Clock.Advance(TimeSpan.FromSeconds(pause) - TimeSpan.FromMilliseconds(1));
            await _workspace.PauseAsync();
            Told.Length.ShouldBe(before);
            _workspace.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await _workspace.UntilAsync(() => Told.Length == before + 2);
        }

        // Then
        pauses.ShouldBe(["1s", "2s", "4s", "8s", "16s", "32s", "1m", "1m"]);
        Told[1].ShouldBe("failing.work failed, and starts again in 1s: failing threw InvalidOperationException: no milk, in failing.work (Plugin.cs:7)");
        await StopAsync(serving);
    }

    [Fact]
    public async Task Should_Keep_The_Others_At_Work_When_One_Fails()
    {
        _workspace.With("failing", Failing).With("guest", Obedient);
        var serving = Serve();
        await _workspace.UntilAsync(() => Told.Length == 3);

        await _workspace.AdvanceUntilAsync(AfterAsync(7), TimeSpan.FromMilliseconds(250));

        Told.Count(line => line.StartsWith("guest.work", StringComparison.Ordinal)).ShouldBe(1);
        await StopAsync(serving);
        Told[^1].ShouldEndWith(" stopped");
    }

    [Fact]
    public async Task Should_Start_A_Service_Again_That_Came_To_Its_End()
    {
        _workspace.With("guest", """
            public sealed class Guest : Plugin
            {
                [BackgroundService("guest.work", "Works")]
                public Task Work() => Task.CompletedTask;
            }
            """);
        var serving = Serve();

        await _workspace.AdvanceUntilAsync(AfterAsync(3), TimeSpan.FromMilliseconds(250));

        Told[..3].ShouldBe(["guest.work started: Works", "guest.work came to its end, and starts again in 1s", "guest.work started: Works"]);
        await StopAsync(serving);
    }

    [Fact]
    public async Task Should_Begin_With_The_Shortest_Pause_After_It_Ran_For_Long()
    {
        _workspace.With("guest", """
            public sealed class Guest : Plugin
            {
                [BackgroundService("guest.work", "Works")]
                public async Task WorkAsync(IHost host, CancellationToken cancel)
                {
                    await Task.Delay(TimeSpan.FromSeconds(61), host.Clock, cancel);
                    throw new InvalidOperationException("no milk");
                }
            }
            """);
        var serving = Serve();

        await _workspace.AdvanceUntilAsync(AfterAsync(6), TimeSpan.FromSeconds(1));

        Told[..6].Count(line => line.Contains("again in 1s", StringComparison.Ordinal)).ShouldBe(3);
        await StopAsync(serving);
    }

    [Fact]
    public async Task Should_Try_An_Activation_Anew_When_What_Was_In_Its_Way_Is_Gone()
    {
        // Given
        _workspace.With("guest", """
            public sealed class Guest : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel) => AppContext.GetData("activation.may") is null
                    ? throw new PluginHostException("The database is not up yet.")
                    : Task.CompletedTask;

                [BackgroundService("guest.work", "Works")]
                public Task WorkAsync(IHost host, CancellationToken cancel) => Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, cancel);
            }
            """);
        var serving = Serve();
        await _workspace.AdvanceUntilAsync(AfterAsync(1), TimeSpan.FromMilliseconds(25));
        Told[0].ShouldBe("guest.work failed, and starts again in 1s: The database is not up yet.");

        // When
        AppContext.SetData("activation.may", true);
        await _workspace.AdvanceUntilAsync(UntilStartedAsync(), TimeSpan.FromMilliseconds(100));

        // Then
        Told[^1].ShouldBe("guest.work started: Works");
        AppContext.SetData("activation.may", null);
        await StopAsync(serving);
    }

    [Fact]
    public async Task Should_Leave_A_Service_Behind_That_Does_Not_Stop()
    {
        // Given
        _workspace.With("guest", """
            public sealed class Guest : Plugin
            {
                [BackgroundService("guest.work", "Works")]
                public Task WorkAsync() => new TaskCompletionSource().Task;
            }
            """);
        var serving = Serve();
        await _workspace.InsideAsync("guest");

        // When
        await _stop.CancelAsync();
        await _workspace.PauseAsync();
        _workspace.Clock.Advance(BackgroundServices.Patience - TimeSpan.FromMilliseconds(1));
        await _workspace.PauseAsync();
        serving.IsCompleted.ShouldBeFalse();
        await _workspace.AdvanceUntilAsync(serving, TimeSpan.FromMilliseconds(1));

        // Then
        Told.ShouldBe(["guest.work started: Works", "guest.work did not stop within 40s, and ends with this program"]);
    }

    [Fact]
    public async Task Should_Wait_For_What_Is_On_Its_Way()
    {
        // Given
        _workspace.With("guest", """
            public sealed class Guest : Plugin
            {
                [BackgroundService("guest.work", "Works")]
                public async Task WorkAsync(IHost host, CancellationToken cancel)
                {
                    await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, cancel));
                    await Task.Delay(TimeSpan.FromSeconds(30), host.Clock, CancellationToken.None);
                }
            }
            """);
        var serving = Serve();
        await _workspace.InsideAsync("guest");

        // When
        await _stop.CancelAsync();
        await _workspace.SettledAsync("guest");
        serving.IsCompleted.ShouldBeFalse();
        await _workspace.AdvanceUntilAsync(serving, TimeSpan.FromSeconds(1));

        // Then
        Told.ShouldBe(["guest.work started: Works", "guest.work stopped"]);
    }

    [Fact]
    public async Task Should_Start_A_Service_Again_With_Its_Plugin_When_That_Was_Unloaded()
    {
        _workspace.With("guest", Obedient);
        var serving = Serve();
        await _workspace.InsideAsync("guest");

        (await _workspace.UnloadAsync("guest")).ShouldBe(PluginState.Unloaded);
        await _workspace.AdvanceUntilAsync(AfterAsync(3), TimeSpan.FromMilliseconds(100));

        Told[..3].ShouldBe(["guest.work started: Works", "guest.work came to its end, and starts again in 1s", "guest.work started: Works"]);
        _workspace.Engine.Faults.All.ShouldBeEmpty();
        await StopAsync(serving);
    }

    [Fact]
    public async Task Should_Notice_That_The_Machine_Slept_While_Nothing_Was_To_Do()
    {
        _workspace.With("guest", Obedient);
        var serving = Serve();
        await _workspace.InsideAsync("guest");

        _workspace.Clock.Sleep(TimeSpan.FromHours(8));
        await _workspace.UntilAsync(() =>
        {
            _workspace.Clock.Advance(TimeSpan.FromSeconds(1));
            return _workspace.Engine.Output.Lines.Count > 0;
        });

        _workspace.Engine.Output.Lines.Single().Text.ShouldBe("The machine slept, or its clock was set forward, by 08:00:00. Connections are opened anew.");
        await StopAsync(serving);
    }

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        _stop.Dispose();
    }

    private string[] Told
    {
        get
        {
            lock (_told)
                return [.. _told];
        }
    }

    private Task Serve()
    {
        _workspace.Engine.Background.Changed += change =>
        {
            lock (_told)
                _told.Add(change.ToString());
        };
        return _workspace.Engine.Background.RunAsync(_stop.Token);
    }

    private Task AfterAsync(int lines) => _workspace.UntilAsync(() => Told.Length >= lines);

    private Task UntilStartedAsync() => _workspace.UntilAsync(() => Told[^1].Contains("started", StringComparison.Ordinal));

    private async Task StopAsync(Task serving)
    {
        await _stop.CancelAsync();
        await _workspace.AdvanceUntilAsync(serving, TimeSpan.FromMilliseconds(100));
        await serving;
    }
}
