using PluginHost.Campaigns;

namespace PluginHost.PressRoom.Feeds;

/// <summary>What came of asking for a feed.</summary>
internal sealed record FetchedFeed
{
    /// <summary>Its items, the oldest first; null: nothing has changed since.</summary>
    public IReadOnlyList<FeedItem>? Items { get; init; }

    /// <summary>What the server calls this answer (RFC 9110, ETag); empty: it does not say.</summary>
    public string Tag { get; init; } = "";
}
