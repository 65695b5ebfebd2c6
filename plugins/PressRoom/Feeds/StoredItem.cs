using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>An item that was given to somebody, and how far its post is.</summary>
internal sealed record StoredItem
{
    public required long Batch { get; init; }

    public required int Place { get; init; }

    /// <summary>Who took it.</summary>
    public required string Taker { get; init; }

    /// <summary>Names its post for ever.</summary>
    public required string Identity { get; init; }

    public required FeedItem Item { get; init; }

    public required string State { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public static StoredItem Read(IRow row) => new()
    {
        Batch = row.Integer("batch"),
        Place = (int)row.Integer("place"),
        Taker = row.Text("taker"),
        Identity = row.Text("identity"),
        State = row.Text("state"),
        Reason = row.Text("reason"),
        At = row.Instant("at"),
        Item = new FeedItem
        {
            Id = row.Text("id"),
            Title = row.Text("title"),
            Link = row.Text("link"),
            Summary = row.Text("summary"),
            PublishedAt = row.InstantOrNull("published_at"),
            Tags = row.Text("tags").Split('\n', StringSplitOptions.RemoveEmptyEntries),
        },
    };
}
