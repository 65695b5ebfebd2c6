using System.Globalization;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>
/// A server that tells what everybody says, by its address. There are two forms: <c>…/subscribe</c>, whose places are times, and <c>…/network.bsky.jetstream.subscribeEvents</c>, whose places are
/// numbers of its own, and times too.
/// </summary>
internal sealed record JetstreamServer
{
    private const string NewForm = "network.bsky.jetstream.subscribeEvents";

    private JetstreamServer(Uri address) => Address = address;

    public Uri Address { get; }

    /// <summary>Whether events have numbers.</summary>
    public bool HasNumbers => Address.AbsolutePath.EndsWith(NewForm, StringComparison.Ordinal);

    public string Name => Address.Authority;

    /// <exception cref="PluginHostException">It is no such address.</exception>
    public static JetstreamServer Parse(string text)
    {
        var written = text.Trim();
        if (!written.Contains("://", StringComparison.Ordinal))
            written = $"wss://{written}";

        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || address.Scheme is not ("ws" or "wss") || address.Query.Length > 0)
            throw new PluginHostException($"\"{text}\" in the setting jetstream is no address. Write it as wss://jetstream2.us-east.bsky.network/subscribe");

        return new JetstreamServer(address.AbsolutePath == "/" ? new Uri(address, "/subscribe") : address);
    }

    /// <summary>The request that opens the stream after a place.</summary>
    /// <param name="cursor">A number of this server, or a time in microseconds.</param>
    public HttpRequestMessage After(long cursor)
    {
        var query = new StringBuilder(HasNumbers
            ? "kinds=commit&kinds=identity&collections=app.bsky.feed.post"
            : "wantedCollections=app.bsky.feed.post");
        query.Append(CultureInfo.InvariantCulture, $"&cursor={cursor}");
        return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(Address) { Query = query.ToString() }.Uri);
    }
}
