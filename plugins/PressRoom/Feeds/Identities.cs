using PluginHost.Campaigns;

namespace PluginHost.PressRoom.Feeds;

/// <summary>
/// What an item is known by, for ever: its id, its link, and its link with its title; what is not known of it is learnt. So a feed that numbers its items anew is recognised,
/// and so is an item whose title was corrected. An id alone is not believed where there is a link: some feeds give it again to what is new.
/// </summary>
internal sealed record Identities
{
    private readonly string _id;
    private readonly string? _link;
    private readonly string? _text;

    private Identities(string id, string? link, string? text) => (_id, _link, _text) = (id, link, text);

    /// <summary>All of them, as hashes.</summary>
    public IEnumerable<string> All => new[] { _id, _link, _text }.OfType<string>();

    public static Identities Of(FeedItem item)
    {
        var link = item.Link.Length > 0 ? Plain(item.Link) : null;
        return new Identities(
            Hashes.Of($"id\n{item.Id}"),
            link is null ? null : Hashes.Of($"link alone\n{link}"),
            link is null || item.Title.Length == 0 ? null : Hashes.Of($"link\n{link}\n{item.Title}"));
    }

    /// <summary>Whether this is one of those that were seen.</summary>
    public bool IsIn(IReadOnlySet<string> seen) =>
        (_text is not null && seen.Contains(_text)) || (seen.Contains(_id) && (_link is null || seen.Contains(_link)));

    /// <summary>What names the post of an item: another site may have items of the same ids, and the same site too.</summary>
    public string PostOf(string address, IReadOnlySet<string> seen) => Hashes.Of($"{address}\n{(seen.Contains(_id) ? _text ?? _link ?? _id : _id)}");

    // What readers are told apart by says nothing of what they read.
    private static string Plain(string link)
    {
        var uri = new Uri(link);
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)));
        return $"{uri.Host}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" + query : "")}{uri.Fragment}";
    }
}
