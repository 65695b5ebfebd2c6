using PluginHost.Campaigns;

namespace PluginHost.PressRoom.Feeds;

/// <summary>
/// What an item is known by, for ever: its id, and its link with its title. One of them is enough, and the other is learnt: so a feed that numbers its items anew is
/// recognised, and so is an item whose title was corrected.
/// </summary>
internal static class Identities
{
    /// <returns>One or two, the id's first, as hashes.</returns>
    public static IReadOnlyList<string> Of(FeedItem item)
    {
        var byId = Hashes.Of($"id\n{item.Id}");
        return item.Link.Length > 0 && item.Title.Length > 0 ? [byId, Hashes.Of($"link\n{Plain(item.Link)}\n{item.Title}")] : [byId];
    }

    /// <summary>What names the post of an item: another site may have items of the same ids.</summary>
    public static string PostOf(string address, string identity) => Hashes.Of($"{address}\n{identity}");

    // What readers are told apart by says nothing of what they read.
    private static string Plain(string link)
    {
        var uri = new Uri(link);
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)));
        return $"{uri.Host}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" + query : "")}{uri.Fragment}";
    }
}
