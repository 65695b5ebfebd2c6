using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PluginHost.RehearsalServer;

/// <summary>
/// As Mastodon: it knows an Idempotency-Key for a while, and forgets it. A repeat is answered with the first post or with 500. While the first request
/// still runs, a repeat is not known as one. Texts come back as HTML.
/// </summary>
internal class MastodonManner : Manner
{
    private const int Graphemes = 500;
    private const int MostOnPage = 40;

    public override string Name => "mastodon";

    public override string SendPath => "/api/v1/statuses";

    public override string AskPath => "/api/v1/accounts/{id}/statuses";

    public override TimeSpan Window => TimeSpan.FromMinutes(5);

    public override Sending Read(JsonElement body, HttpRequest request) => new()
    {
        Text = Text(body, "status"),
        Key = request.Headers["Idempotency-Key"].ToString(),
        InReplyTo = Text(body, "in_reply_to_id") is { Length: > 0 } answered ? answered : null,
    };

    public override string? Fault(Sending sending)
    {
        if (string.IsNullOrWhiteSpace(sending.Text))
            return "Validation failed: Text can't be blank";

        return new StringInfo(sending.Text).LengthInTextElements > Graphemes
            ? $"Validation failed: Text character limit of {Graphemes} exceeded"
            : null;
    }

    public override Verdict OnArrival(Arrival arrival, Account account, DateTimeOffset now, Troubles troubles, Dice dice)
    {
        if (arrival.Sending.Key.Length == 0 || account.ByKey(arrival.Sending.Key) is not { } known || now - known.At >= troubles.KeyLife)
            return new Verdict.Publish();

        return dice.Happens("repeat broken", troubles.RepeatBroken)
            ? new Verdict.Muddle(Problem(500, "Internal Server Error"), "it is a repeat, over which the server stumbles", Answers.Broken)
            : new Verdict.Known(known);
    }

    // As long as its forebears and never twice.
    public override string RemoteId(Arrival arrival, long number) => (115_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public override Reply Given(StoredPost post, bool isNew) => new() { Status = 200, Body = Status(post) };

    public override Reply Refused(string reason) => Problem(422, reason);

    public override Reply Expired() => Problem(401, "The access token expired");

    public override Reply Limited(Allowance allowance, Dice dice) => Problem(429, "Too many requests") with { Headers = HeadersOf(allowance) };

    public override IReadOnlyList<(string Name, string Value)> HeadersOf(Allowance allowance) =>
    [
        ("X-RateLimit-Limit", Reply.Number(allowance.Limit)),
        ("X-RateLimit-Remaining", Reply.Number(allowance.Remaining)),
        ("X-RateLimit-Reset", Reply.Timestamp(allowance.ResetsAt)),
    ];

    // Newest first, as many as asked for, older than max_id.
    public override Reply Find(Account account, HttpRequest request)
    {
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Min(asked, MostOnPage)
            : 20;
        var oldest = request.Query["max_id"].ToString();
        var page = new JsonArray();
        for (var place = account.Posts.Count - 1; place >= 0 && page.Count < limit; place--)
        {
            if (oldest.Length == 0 || string.CompareOrdinal(account.Posts[place].RemoteId, oldest) < 0)
                page.Add((JsonNode)Status(account.Posts[place]));
        }

        return new Reply { Status = 200, Body = page };
    }

    private static JsonObject Status(StoredPost post) => new()
    {
        ["id"] = post.RemoteId,
        ["created_at"] = Reply.Timestamp(post.At),
        ["in_reply_to_id"] = post.InReplyTo,
        ["visibility"] = "public",
        ["uri"] = $"https://rehearsal.example/users/{post.Profile}/statuses/{post.RemoteId}",
        ["url"] = $"https://rehearsal.example/@{post.Profile}/{post.RemoteId}",
        ["content"] = MastodonHtml.Of(post.Text),
    };
}
