using System.Globalization;
using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>As Bluesky: the post's identity is ours, so the same send is the same post.</summary>
internal sealed class BlueskyManner(RemoteSettings settings, TimeProvider clock) : RemoteManner
{
    public const string Kind = "bluesky";

    private const string Collection = "app.bsky.feed.post";

    public override string Name => Kind;

    public override NetworkRules Rules { get; } = new()
    {
        Limit = 300,
        ByteLimit = 3_000,
        Source = "The rehearsal server, as Bluesky on 2026-08-20",
        Repeats = Repeats.ByIdentity,
        LandsWithin = settings.LandsWithin,
    };

    public override HttpRequestMessage Request(Outgoing post, SendKey key) =>
        new(HttpMethod.Post, new Uri("/xrpc/com.atproto.repo.putRecord", UriKind.Relative))
        {
            Content = RemoteConnection.Json(body =>
            {
                body.WriteString("repo", post.Profile.Handle);
                body.WriteString("collection", Collection);
                body.WriteString("rkey", RecordKey.Of(key, post.PlannedAt));
                body.WriteNull("swapRecord");
                body.WriteStartObject("record");
                body.WriteString("$type", Collection);
                body.WriteString("text", post.Text);
                body.WriteString("createdAt", CreatedAt(post.PlannedAt));
                WriteRest(body, post);
                body.WriteEndObject();
            }),
        };

    public override bool HasExpired(RemoteAnswer answer) =>
        base.HasExpired(answer) || (answer.Status == HttpStatusCode.BadRequest && answer.Text("error") is "ExpiredToken" or "InvalidToken");

    public override bool IsTaken(RemoteAnswer answer) => answer.Status == HttpStatusCode.BadRequest && answer.Text("error") == "InvalidSwap";

    public override SendResult ResultOf(RemoteAnswer answer) => answer switch
    {
        { IsSuccess: true } when answer.Text("uri") is { Length: > 0 } uri => Sent(uri),
        { Status: HttpStatusCode.BadRequest } when answer.Text("error").Length > 0 => new RefusedByNetwork { Reason = ReasonOf(answer) },
        _ => Unclear(answer),
    };

    public override string ReasonOf(RemoteAnswer answer) => answer.Text("message") is { Length: > 0 } message ? message : answer.Text("error");

    public override RateLimit? LimitOf(RemoteAnswer answer) => Limit(answer.Number("RateLimit-Remaining"), answer.Seconds("RateLimit-Reset"));

    public override async Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, Func<string, Task<RemoteAnswer>> ask)
    {
        var repo = Uri.EscapeDataString(post.Profile.Handle);
        var answer = await ask($"/xrpc/com.atproto.repo.getRecord?repo={repo}&collection={Collection}&rkey={RecordKey.Of(key, post.PlannedAt)}");
        if (answer.Status == HttpStatusCode.BadRequest && answer.Text("error") == "RecordNotFound")
            return new NotThere();

        if (!answer.IsSuccess || answer.Text("uri") is not { Length: > 0 } uri)
            throw NotNow(answer);

        // The place is taken by another post: ours is not there, and never will be.
        return SaidText.AreSame(post.Text, answer.Text("value", "text")) ? new Found { Sent = Sent(uri) } : new NotThere();
    }

    private Sent Sent(string uri) => new() { RemoteId = uri, At = clock.GetUtcNow() };

    private static void WriteRest(Utf8JsonWriter body, Outgoing post)
    {
        if (post.Language.Length > 0)
        {
            body.WriteStartArray("langs");
            body.WriteStringValue(post.Language);
            body.WriteEndArray();
        }

        if (post.InReplyTo is not { } answered)
            return;

        body.WriteStartObject("reply");
        foreach (var place in (string[])["root", "parent"])
        {
            body.WriteStartObject(place);
            body.WriteString("uri", place == "root" ? post.ThreadRoot ?? answered : answered);
            body.WriteEndObject();
        }

        body.WriteEndObject();
    }

    private static string CreatedAt(DateTimeOffset planned) =>
        planned.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
