using PluginHost.Engine.Jobs;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.Jobs;

public sealed class JobTests
{
    private const string Id = "guest";

    [Fact]
    public async Task Should_Tell_How_Far_The_Work_Is()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.count", "Count")]
                public Task<int> CountAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync("Counting", async job =>
                {
                    job.Report(0.25, "a quarter");
                    await Task.Yield();
                    job.Report(7, "");
                    return 42;
                }, cancel);
            }
            """);
        var told = new List<string>();
        workspace.Engine.Jobs.Changed += job => told.Add($"{job.Plugin} {job.Title}: {job.State} {job.Done} {job.Text}");

        (await workspace.DoAsync("guest.count")).ShouldBe((Value)42);

        told.ShouldBe(["guest Counting: Running  ", "guest Counting: Running 0.25 a quarter", "guest Counting: Running 1 a quarter", "guest Counting: Done 1 a quarter"]);
        workspace.Engine.Jobs.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Report_With_Every_Item_That_It_Tracks()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.count", "Count")]
                public Task<int> CountAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync("Counting", job => Task.FromResult(job.Track(new[] { 1, 2, 3, 4 }).Sum()), cancel);
            }
            """);
        var told = new List<double?>();
        workspace.Engine.Jobs.Changed += job => told.Add(job.Done);

        (await workspace.DoAsync("guest.count")).ShouldBe((Value)10);

        told.ShouldBe([null, 0.25, 0.5, 0.75, 1, 1]);
    }

    [Fact]
    public async Task Should_Not_Count_The_Time_Of_A_Job_Against_Its_Command()
    {
        await using var workspace = new TestWorkspace().With(Id, Waiting);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var call = workspace.DoAsync("guest.wait");
        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running.Count == 1);

        workspace.Clock.Advance(TimeSpan.FromHours(5));

        call.IsCompleted.ShouldBeFalse();
        await workspace.Engine.Jobs.Running[0].StopAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Should_Cancel_The_Command_And_Blame_Nobody_When_A_Person_Stops_Its_Job()
    {
        await using var workspace = new TestWorkspace().With(Id, Waiting);
        var ends = new List<JobState>();
        workspace.Engine.Jobs.Changed += job => ends.Add(job.State);
        var call = workspace.DoAsync("guest.wait");
        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running.Count == 1);
        var job = workspace.Engine.Jobs.Running[0];

        await job.StopAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        ends.ShouldBe([JobState.Running, JobState.Cancelled]);
        workspace.Engine.Faults.All.ShouldBeEmpty();
        await job.StopAsync();
    }

    [Fact]
    public async Task Should_Stop_Tracking_When_The_Job_Is_Stopped()
    {
        var goOn = new TaskCompletionSource();
        AppContext.SetData("track.on", goOn);
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                private int _seen;

                [Command("guest.track", "Track")]
                public Task TrackAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync("Tracking", async job =>
                {
                    foreach (var item in job.Track(new[] { 1, 2, 3, 4, 5 }))
                    {
                        if (++_seen == 3)
                            await ((TaskCompletionSource)AppContext.GetData("track.on")!).Task;
                    }
                }, cancel);

                [Command("guest.seen", "Seen")]
                public int Seen() => _seen;
            }
            """);
        var call = workspace.DoAsync("guest.track");
        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running is [{ Done: 0.4 }]);

        await workspace.Engine.Jobs.Running[0].StopAsync();
        goOn.SetResult();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        (await workspace.DoAsync("guest.seen")).ShouldBe((Value)3);
        AppContext.SetData("track.on", null);
    }

    [Fact]
    public async Task Should_End_A_Job_As_Failed_When_The_Work_Throws()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.fail", "Fail")]
                public Task FailAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync("Failing", job => throw new InvalidOperationException("no milk"), cancel);
            }
            """);
        JobState? end = null;
        workspace.Engine.Jobs.Changed += job => end = job.State;

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.fail"))).Message.ShouldContain("threw InvalidOperationException: no milk");

        end.ShouldBe(JobState.Failed);
        workspace.Engine.Jobs.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_End_A_Job_With_Its_Caller()
    {
        await using var workspace = new TestWorkspace().With(Id, Waiting);
        using var source = new CancellationTokenSource();
        var call = workspace.Engine.Commands.RunAsync("guest.wait", Record.Empty, source.Token);
        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running.Count == 1);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        workspace.Engine.Jobs.Running.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_End_A_Job_With_Its_Plugin_Whatever_Token_It_Was_Given()
    {
        await using var workspace = new TestWorkspace().With(Id, Waiting.Replace("}, cancel)", "}, CancellationToken.None)"));
        var call = workspace.DoAsync("guest.wait");
        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running.Count == 1);

        await workspace.UnloadAsync(Id);

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        workspace.Engine.Jobs.Running.ShouldBeEmpty();
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    private const string Waiting = """
        public sealed class Guest : Plugin
        {
            [Command("guest.wait", "Wait")]
            public Task WaitAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync("Waiting", async job =>
            {
                await Task.Delay(-1, job.Cancel);
            }, cancel);
        }
        """;
}
