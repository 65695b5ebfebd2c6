namespace PluginHost.Bluesky;

/// <summary>Names a record: <c>at://did:plc:abc/app.bsky.feed.post/3k…</c> (atproto.com/specs/at-uri-scheme).</summary>
internal sealed record AtUri
{
    private const string Scheme = "at://";
    private const string Page = "https://bsky.app/profile/";
    private const string PostOnPage = "post";

    /// <summary>Whose it is: a DID, or a handle.</summary>
    public required string Repo { get; init; }

    public required string Collection { get; init; }

    public required string Name { get; init; }

    /// <summary>Where people see it, if it is a post.</summary>
    public string? Link => Collection == Collections.Post ? $"{Page}{Repo}/{PostOnPage}/{Name}" : null;

    /// <summary>Reads an address of a record, or that of a post's page, as people copy it; null where it is neither.</summary>
    public static AtUri? Read(string text)
    {
        if (text.StartsWith(Page, StringComparison.Ordinal))
        {
            var page = text[Page.Length..].TrimEnd('/').Split('/');
            return page.Length == 3 && page[1] == PostOnPage ? Of(page[0], Collections.Post, page[2]) : null;
        }

        var parts = text.StartsWith(Scheme, StringComparison.Ordinal) ? text[Scheme.Length..].Split('/') : [];
        return parts.Length == 3 ? Of(parts[0], parts[1], parts[2]) : null;
    }

    public override string ToString() => $"{Scheme}{Repo}/{Collection}/{Name}";

    private static AtUri? Of(string repo, string collection, string name) =>
        AtIdentifier.Is(repo) && Nsid.Is(collection) && RecordName.Is(name) ? new AtUri { Repo = repo, Collection = collection, Name = name } : null;
}
