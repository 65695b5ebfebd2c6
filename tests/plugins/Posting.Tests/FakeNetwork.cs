using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests;

/// <summary>A network that a test directs, and that keeps what reached it.</summary>
internal sealed class FakeNetwork : Network
{
    private readonly Lock _gate = new();
    private int _posts;

    /// <summary>What reached it, in order.</summary>
    public List<(Outgoing Post, SendKey Key)> Arrived { get; } = [];

    public NetworkRules Rules { get; set; } = new() { Limit = 300, Source = "a test" };

    /// <summary>Thrown when the limits are asked for.</summary>
    public Exception? RulesFault { get; set; }

    /// <summary>What it does with a post; publishes it unless a test says otherwise.</summary>
    public Func<Outgoing, SendKey, CancellationToken, Task<SendResult>>? OnSend { get; set; }

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
        RulesFault is null ? Task.FromResult(Rules) : throw RulesFault;

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        lock (_gate)
            Arrived.Add((post, key));

        return OnSend is null ? Task.FromResult(Publish(post)) : OnSend(post, key, cancel);
    }

    public SendResult Publish(Outgoing post)
    {
        var id = Interlocked.Increment(ref _posts);
        return new Sent { RemoteId = $"{id}", Link = $"test://{post.Profile.Handle}/{id}", At = post.PlannedAt.AddSeconds(1) };
    }
}
