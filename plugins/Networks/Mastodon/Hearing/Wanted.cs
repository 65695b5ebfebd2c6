using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>Where what is wanted is told: the list that is read, and the stream that rings for it.</summary>
internal sealed record Wanted
{
    // As many hashtags as a server takes beside the first (Mastodon's TagFeed).
    private const int MostTags = 5;

    /// <summary>The path of the list, with its limit.</summary>
    public required string List { get; init; }

    /// <summary>The name of the stream, with what it is asked for.</summary>
    public required string Stream { get; init; }

    public static Wanted Of(PublicQuery query)
    {
        var tags = query.AnyOf.Where(word => word.Length > 1 && word[0] == '#' && word[1..].All(letter => char.IsLetterOrDigit(letter) || letter == '_')).Select(word => word[1..]).ToList();
        if (tags.Count == 0 || tags.Count < query.AnyOf.Count || tags.Count > MostTags)
            return new Wanted { List = "/api/v1/timelines/public?limit=40", Stream = "public" };

        // One stream is for one hashtag; with several, all that is public rings.
        var first = Uri.EscapeDataString(tags[0]);
        return new Wanted
        {
            List = $"/api/v1/timelines/tag/{first}?limit=40{string.Concat(tags.Skip(1).Select(tag => $"&any[]={Uri.EscapeDataString(tag)}"))}",
            Stream = tags.Count == 1 ? $"hashtag&tag={first}" : "public",
        };
    }
}
