using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace PluginHost.Rehearsal.Tests;

/// <summary>The rehearsal network as its contract is checked: in the host, as any other network. Its service loses, refuses and limits nothing, so that is not asked.</summary>
internal sealed class RehearsalBench(TestHost host) : NetworkBench
{
    private readonly List<TestHost> _others = [];
    private int _answers;

    public override Profile Profile => Town.Slocombe;

    public override TimeProvider Clock => host.Clock;

    public static async Task<NetworkBench> OpenAsync() =>
        new RehearsalBench(await TestHost.StartAsync<RehearsalPlugin>(new TestHostOptions { Profiles = [Town.Slocombe, Town.TelcoNb] }));

    public override async Task<Network> OpenAsync(CancellationToken cancel)
    {
        var other = await host.AgainAsync();
        _others.Add(other);
        return await other.NetworkAsync(Profile);
    }

    public override async Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) =>
        [.. ((Table)await host.DoAsync("rehearsal.timeline", ("limit", 10_000))).Rows.Select(row => row["text"].ToString()).Reverse()];

    public override Task PassAsync(TimeSpan time, CancellationToken cancel) => host.AdvanceAsync(time);

    // Another profile of the workspace answers: the audience answers when it likes.
    public override async Task<bool> AnswerAsync(Sent post, int count, CancellationToken cancel)
    {
        var network = await host.NetworkAsync(Town.TelcoNb);
        for (var i = 0; i < count; i++)
        {
            var key = $"answer-{++_answers}";
            await network.SendAsync(
                new Outgoing { Profile = Town.TelcoNb, Text = key, InReplyTo = post.RemoteId, PlannedAt = Clock.GetUtcNow() }, Town.Key(key), cancel);
            await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var other in _others)
            await other.DisposeAsync();

        await host.DisposeAsync();
    }
}
