using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Inbox.Tests;

/// <summary>A network that a test directs, and that keeps what was said on it. It knows a repeat by its key.</summary>
internal sealed class Square : Network
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SendResult> _known = [];

    /// <summary>What was said, each once.</summary>
    public List<Outgoing> Said { get; } = [];

    /// <summary>What it tells of what people do.</summary>
    public SquareListen Told { get; } = new();

    /// <summary>Called before something is said; what it returns is the answer, null lets it be said.</summary>
    public Func<Outgoing, Task<SendResult?>>? OnSend { get; set; }

    public override Listen Listen => Told;

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(new NetworkRules
    {
        Limit = 300,
        Source = "a test",
        Repeats = Repeats.ByIdentity,
        LandsWithin = TimeSpan.Zero,
    });

    public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        if (OnSend is { } onSend && await onSend(post) is { } instead)
            return instead;

        lock (_gate)
        {
            if (_known.TryGetValue(key.Value, out var before))
                return before;

            Said.Add(post);
            return _known[key.Value] = new Sent
            {
                RemoteId = string.Create(CultureInfo.InvariantCulture, $"ours{Said.Count}"),
                Link = string.Create(CultureInfo.InvariantCulture, $"square://{Said.Count}"),
                At = post.PlannedAt,
            };
        }
    }
}
