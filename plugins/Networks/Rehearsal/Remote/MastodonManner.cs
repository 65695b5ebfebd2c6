using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>As Mastodon, which knows a key for a while, and as its kin, which know none. A post is found among the profile's own, by what it says.</summary>
internal sealed class MastodonManner(RemoteSettings settings, bool knowsKeys) : RemoteManner
{
    public const string Kind = "mastodon";
    public const string KindWithoutKeys = "mastodon-without-keys";

    public override string Name => knowsKeys ? Kind : KindWithoutKeys;

    public override NetworkRules Rules { get; } = new()
    {
        Limit = 500,
        Source = "The rehearsal server, as Mastodon on 2026-07-02",
        Repeats = knowsKeys ? Repeats.ByKey : Repeats.NotRecognised,
        KeyLife = knowsKeys ? settings.KeyLife : TimeSpan.Zero,
        LandsWithin = settings.LandsWithin,
    };

    public override HttpRequestMessage Request(Outgoing post, SendKey key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/statuses", UriKind.Relative))
        {
            Content = RemoteConnection.Json(body => Write(body, post)),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key.Value);
        return request;
    }

    public override SendResult ResultOf(RemoteAnswer answer) => answer switch
    {
        { IsSuccess: true } when answer.Text("id").Length > 0 && RemoteAnswer.Instant(answer.Text("created_at")) is { } at => Sent(answer.Body, at),
        { Status: HttpStatusCode.UnprocessableEntity or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest } when answer.Text("error").Length > 0 =>
            new RefusedByNetwork { Reason = ReasonOf(answer) },
        _ => Unclear(answer),
    };

    public override string ReasonOf(RemoteAnswer answer) => answer.Text("error");

    public override RateLimit? LimitOf(RemoteAnswer answer) => Limit(answer.Number("X-RateLimit-Remaining"), answer.Timestamp("X-RateLimit-Reset"));

    public override async Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, Func<string, Task<RemoteAnswer>> ask)
    {
        var search = new OwnPosts(post, since);
        for (var page = search.FirstPage; page is not null; page = search.Next)
        {
            var answer = await ask(page);
            if (!answer.IsSuccess || answer.Body.ValueKind != JsonValueKind.Array)
                throw NotNow(answer);

            search.Add(answer.Body);
        }

        return search.Best is { } found ? new Found { Sent = found } : new NotThere();
    }

    /// <summary>A status of the server as the contract tells it.</summary>
    public static Sent Sent(JsonElement status, DateTimeOffset at) => new()
    {
        RemoteId = status.GetProperty("id").GetString()!,
        Link = status.TryGetProperty("url", out var url) ? url.GetString() : null,
        At = at,
    };

    private static void Write(Utf8JsonWriter body, Outgoing post)
    {
        body.WriteString("status", post.Text);
        if (post.InReplyTo is { } answered)
            body.WriteString("in_reply_to_id", answered);

        if (post.Language.Length > 0)
            body.WriteString("language", post.Language);
    }
}
