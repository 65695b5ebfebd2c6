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

    /// <summary>Called whenever the limits are asked for: between the claim of a target and its departure.</summary>
    public Action? OnRules { get; set; }

    /// <summary>What it says when it is asked for a post; it cannot be asked unless a test says so.</summary>
    public Func<Outgoing, SendKey, DateTimeOffset, LookUpResult>? OnLookUp { get; set; }

    /// <summary>What it tells of what people do; nothing unless a test says so.</summary>
    public Listen? Told { get; set; }

    public override LookUp? LookUp => OnLookUp is null ? null : new FakeLookUp(OnLookUp);

    public override Listen? Listen => Told;

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel)
    {
        OnRules?.Invoke();
        return RulesFault is null ? Task.FromResult(Rules) : throw RulesFault;
    }

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
