namespace PluginHost.Mastodon;

/// <summary>The pages beside a page, as the header <c>Link</c> names them (RFC 8288). Their ids are the server's own and mean nothing else.</summary>
internal static class PageLinks
{
    /// <summary>The path and query of the page with what is older; null where there is none, or where it is another server's.</summary>
    public static string? Next(Answer page, Uri server)
    {
        foreach (var part in page.Headers.GetValueOrDefault("Link", "").Split(",<", StringSplitOptions.TrimEntries))
        {
            foreach (var link in part.Split(", <", StringSplitOptions.TrimEntries))
            {
                var end = link.IndexOf('>', StringComparison.Ordinal);
                if (end > 0 && IsNext(link[(end + 1)..]) && PathOn(link[..end].TrimStart('<'), server) is { } path)
                    return path;
            }
        }

        return null;
    }

    private static bool IsNext(string parameters) =>
        parameters.Split(';', StringSplitOptions.TrimEntries).Any(parameter => parameter is "rel=\"next\"" or "rel=next");

    private static string? PathOn(string address, Uri server) =>
        Uri.TryCreate(server, address, out var page) && page.Authority == server.Authority ? page.PathAndQuery : null;
}
