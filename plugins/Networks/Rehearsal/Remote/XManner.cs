using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>As X: no key and no look-up, so every doubt stays one.</summary>
internal sealed class XManner(RemoteSettings settings, TimeProvider clock) : RemoteManner
{
    public const string Kind = "x";

    public override string Name => Kind;

    public override bool CanFind => false;

    public override NetworkRules Rules { get; } = new()
    {
        Unit = CountUnit.CodePoints,
        Limit = 280,
        Source = "The rehearsal server, as X on 2026-08-22, where every character weighs one",
        LandsWithin = settings.LandsWithin,
    };

    public override HttpRequestMessage Request(Outgoing post, SendKey key) => new(HttpMethod.Post, new Uri("/2/tweets", UriKind.Relative))
    {
        Content = RemoteConnection.Json(body =>
        {
            body.WriteString("text", post.Text);
            if (post.InReplyTo is not { } answered)
                return;

            body.WriteStartObject("reply");
            body.WriteString("in_reply_to_tweet_id", answered);
            body.WriteEndObject();
        }),
    };

    // A success may list errors beside the post; without the post it says nothing. A duplicate says that some post is there, not which.
    public override SendResult ResultOf(RemoteAnswer answer) => answer switch
    {
        { IsSuccess: true } when answer.Text("data", "id") is { Length: > 0 } id => new Sent { RemoteId = id, At = clock.GetUtcNow() },
        { Status: HttpStatusCode.Forbidden } when ReasonOf(answer).Contains("duplicate", StringComparison.OrdinalIgnoreCase) => Unclear(answer),
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden } when ReasonOf(answer).Length > 0 =>
            new RefusedByNetwork { Reason = ReasonOf(answer) },
        _ => Unclear(answer),
    };

    public override string ReasonOf(RemoteAnswer answer)
    {
        foreach (var reason in (string[])[answer.Text("detail"), FirstError(answer.Body), answer.Text("title")])
        {
            if (reason.Length > 0)
                return reason;
        }

        return "";
    }

    private static string FirstError(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array)
            return "";

        foreach (var error in errors.EnumerateArray())
            return RemoteAnswer.TextOf(error, error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out _) ? "message" : "title");

        return "";
    }

    public override RateLimit? LimitOf(RemoteAnswer answer) => Limit(answer.Number("x-rate-limit-remaining"), answer.Seconds("x-rate-limit-reset"));
}
