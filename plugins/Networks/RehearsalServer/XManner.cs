using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PluginHost.RehearsalServer;

/// <summary>
/// As X: no key, no look-up. The same text within a day is refused without saying which post it is. Three shapes of too many requests, and successes
/// that list errors.
/// </summary>
internal sealed class XManner : Manner
{
    private const int CodePoints = 280;

    private static readonly TimeSpan Remembers = TimeSpan.FromHours(24);

    public override string Name => "x";

    public override string SendPath => "/2/tweets";

    public override TimeSpan Window => TimeSpan.FromMinutes(15);

    public override Sending Read(JsonElement body, HttpRequest request) => new()
    {
        Text = Text(body, "text"),
        InReplyTo = body.TryGetProperty("reply", out var reply) && Text(reply, "in_reply_to_tweet_id") is { Length: > 0 } answered ? answered : null,
    };

    public override string? Fault(Sending sending)
    {
        if (string.IsNullOrWhiteSpace(sending.Text))
            return "One or more parameters to your request was invalid: text must not be empty";

        var length = ShortLinks.In(sending.Text).EnumerateRunes().Count();
        return length > CodePoints ? $"One or more parameters to your request was invalid: text has {length} of {CodePoints}" : null;
    }

    public override Verdict OnPublishing(Arrival arrival, Account account, DateTimeOffset now)
    {
        var known = account.ByText(arrival.Sending.Text);
        return known is null || now - known.At >= Remembers
            ? new Verdict.Publish()
            : new Verdict.Muddle(
                Problem(403, "Forbidden", "about:blank", "You are not allowed to create a Tweet with duplicate content."),
                "it says what another post of the last 24 hours says",
                Answers.Duplicate);
    }

    public override string RemoteId(Arrival arrival, long number) => (1_990_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public override Reply Given(StoredPost post, bool isNew) => new() { Status = 201, Body = new JsonObject { ["data"] = Data(post) } };

    public override Reply Refused(string reason) => Problem(400, "Invalid Request", "https://api.x.com/2/problems/invalid-request", reason);

    public override Reply Expired() => Problem(401, "Unauthorized", "about:blank", "Unauthorized");

    public override Reply Limited(Allowance allowance, Dice dice) => dice.Draw("shape") switch
    {
        < 1 / 3.0 => Problem(429, "Too Many Requests", "https://api.x.com/2/problems/rate-limit-exceeded", "Too Many Requests") with
        {
            Headers = HeadersOf(allowance),
        },
        < 2 / 3.0 => new Reply
        {
            Status = 429,
            Body = Errors(new JsonObject { ["code"] = 88, ["message"] = "Rate limit exceeded" }),
            Headers = HeadersOf(allowance),
        },
        // Waiting for a reset does not help here, so there is none.
        _ => new Reply
        {
            Status = 429,
            Body = new JsonObject
            {
                ["title"] = "UsageCapExceeded",
                ["type"] = "https://api.twitter.com/2/problems/usage-capped",
                ["detail"] = "Usage cap exceeded: Monthly product cap",
                ["period"] = "Monthly",
                ["scope"] = "Product",
            },
        },
    };

    public override Reply Broken() => Problem(503, "Service Unavailable", "about:blank", "Over capacity");

    // Half of the time the post is named beside the errors, half of the time it is not.
    public override Reply Stumbled(StoredPost post, Dice dice)
    {
        var body = Errors(new JsonObject { ["title"] = "Not Found Error", ["detail"] = "Could not find what was asked for besides" });
        if (dice.Happens("data", 0.5))
            body["data"] = Data(post);

        return new Reply { Status = 200, Body = body };
    }

    public override IReadOnlyList<(string Name, string Value)> HeadersOf(Allowance allowance) =>
    [
        ("x-rate-limit-limit", Reply.Number(allowance.Limit)),
        ("x-rate-limit-remaining", Reply.Number(allowance.Remaining)),
        ("x-rate-limit-reset", Reply.Seconds(allowance.ResetsAt)),
    ];

    private static JsonObject Data(StoredPost post) => new() { ["id"] = post.RemoteId, ["text"] = ShortLinks.In(post.Text) };

    private static JsonObject Errors(JsonObject error) => new() { ["errors"] = new JsonArray(error) };

    private static Reply Problem(int status, string title, string type, string detail) => new()
    {
        Status = status,
        Body = new JsonObject { ["title"] = title, ["type"] = type, ["status"] = status, ["detail"] = detail },
    };
}
