namespace PluginHost.Bluesky;

/// <summary>The kinds of records that we write.</summary>
internal static class Collections
{
    public const string Post = "app.bsky.feed.post";
    public const string Like = "app.bsky.feed.like";
    public const string Repost = "app.bsky.feed.repost";
    public const string Follow = "app.bsky.graph.follow";
    public const string List = "app.bsky.graph.list";
    public const string ListItem = "app.bsky.graph.listitem";
}
