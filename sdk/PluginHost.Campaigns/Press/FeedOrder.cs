using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Asks for what is new in a feed.</summary>
public sealed record FeedOrder
{
    /// <summary>Where the feed is: an address (<c>https://…</c>), or a file of the workspace.</summary>
    public required string Address { get; init; }

    /// <summary>Who takes: a campaign's name. What one taker was given, another may be given too.</summary>
    public required string Taker { get; init; }

    /// <summary>How many items at most. What is left comes the next time.</summary>
    /// <value>10.</value>
    public int Most { get; init; } = 10;

    /// <summary>Whether the first look gives what stands in the feed already.</summary>
    /// <value><see langword="false"/>: it is taken for known, and only what comes later is new.</value>
    public bool WithOld { get; init; }

    /// <summary>Which side effect of which campaign it is. The same one is given the same items.</summary>
    /// <value><see langword="null"/>: a person asked.</value>
    public EffectKey? Effect { get; init; }
}
