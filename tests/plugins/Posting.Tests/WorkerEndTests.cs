using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>How a worker ends.</summary>
public sealed class WorkerEndTests : IDisposable
{
    private readonly Workshop _workshop = new();
    private readonly CancellationTokenSource _stop = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_End_What_Is_On_Its_Way_And_Give_The_Rest_Back_When_It_Is_Stopped()
    {
        // Given: one is on its way, two more of the profile are taken with it.
        _workshop.Settings["batch"] = "3";
        var (plugin, host) = await _workshop.StartAsync();
        for (var post = 0; post < 3; post++)
            _workshop.Leave(("@telco", "scheduled"));

        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _workshop.Network.OnSend = async (post, _, _) =>
        {
            arrived.SetResult();
            await answer.Task;
            return _workshop.Network.Publish(post);
        };
        var working = Work(plugin, host);
        await arrived.Task;
        var during = _workshop.States();

        // When
        await _stop.CancelAsync();
        working.IsCompleted.ShouldBeFalse();
        answer.SetResult();
        await working;

        // Then
        during.ShouldBe(["sending", "leased", "leased"]);
        _workshop.States().ShouldBe(["sent", "scheduled", "scheduled"]);
        _workshop.Column("lease_owner").ShouldAllBe(owner => owner == DBNull.Value);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Break_When_The_Store_Does_So_That_It_Is_Started_Again()
    {
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        host.Store.Life = 7;

        var working = Work(plugin, host);
        await _workshop.UntilAsync(() => working.IsCompleted);

        await Should.ThrowAsync<DeadProcessException>(() => working);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _workshop.Dispose();
    }

    private Task Work(PostingPlugin plugin, FakeHost host) => Task.Run(() => plugin.WorkAsync(host, _stop.Token));
}
