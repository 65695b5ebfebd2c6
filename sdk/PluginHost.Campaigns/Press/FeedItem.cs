namespace PluginHost.Campaigns;

/// <summary>Something that somebody has published, as their feed says.</summary>
public sealed record FeedItem
{
    /// <summary>What names it: the feed's own id of it (RSS 2.0 <c>guid</c>, Atom <c>id</c>), else its link, else its title.</summary>
    public required string Id { get; init; }

    /// <summary>The title, as text.</summary>
    /// <value>Empty: it has none.</value>
    public string Title { get; init; } = "";

    /// <summary>Where it is to be read.</summary>
    /// <value>Empty: it has no link.</value>
    public string Link { get; init; } = "";

    /// <summary>What it says of itself, as text without marks.</summary>
    /// <value>Empty: nothing.</value>
    public string Summary { get; init; } = "";

    /// <summary>When it was published, as it says.</summary>
    /// <value><see langword="null"/>: it does not say, or not so that it could be read.</value>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>What it is filed under.</summary>
    /// <value>None.</value>
    public IReadOnlyList<string> Tags { get; init => field = [.. value]; } = [];
}
