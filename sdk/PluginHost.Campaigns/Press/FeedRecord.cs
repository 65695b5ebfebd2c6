using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Items of a feed as values, and back: what a journal keeps of them.</summary>
internal static class FeedRecord
{
    public static ListValue Of(IReadOnlyList<FeedItem> items) => new([.. items.Select(Of)]);

    public static IReadOnlyList<FeedItem> Read(Value items) => [.. items.Items.Select(ReadItem)];

    private static Value Of(FeedItem item) => Record.Of(
        ("id", item.Id),
        ("title", item.Title),
        ("link", item.Link),
        ("summary", item.Summary),
        ("published", item.PublishedAt),
        ("tags", new ListValue([.. item.Tags.Select(tag => (Value)tag)])));

    private static FeedItem ReadItem(Value item) => new()
    {
        Id = item["id"].ToString(),
        Title = item["title"].ToString(),
        Link = item["link"].ToString(),
        Summary = item["summary"].ToString(),
        PublishedAt = item["published"] is InstantValue published ? published.Instant : null,
        Tags = [.. item["tags"].Items.Select(tag => tag.ToString())],
    };
}
