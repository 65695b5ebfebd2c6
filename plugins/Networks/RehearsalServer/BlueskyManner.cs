using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PluginHost.RehearsalServer;

/// <summary>As Bluesky: the sender chooses the record's key. The same key with the same bytes changes nothing, with others it is refused.</summary>
internal sealed class BlueskyManner : Manner
{
    private const int Graphemes = 300;
    private const int Bytes = 3_000;
    private const string Sortable = "234567abcdefghijklmnopqrstuvwxyz";

    public override string Name => "bluesky";

    public override string SendPath => "/xrpc/com.atproto.repo.putRecord";

    public override string AskPath => "/xrpc/com.atproto.repo.getRecord";

    public override TimeSpan Window => TimeSpan.FromHours(1);

    public override int Cost => 2;

    public override Sending Read(JsonElement body, HttpRequest request)
    {
        if (!body.TryGetProperty("record", out var record) || record.ValueKind != JsonValueKind.Object)
            throw new FormatException("InvalidRequest: Input must have the property \"record\"");

        // Without it, other bytes silently replace what is there: nobody who wants a post once sends that.
        if (!body.TryGetProperty("swapRecord", out var swap) || swap.ValueKind != JsonValueKind.Null)
            throw new FormatException("InvalidRequest: this network wants \"swapRecord\": null");

        var reply = record.TryGetProperty("reply", out var answers) && answers.TryGetProperty("parent", out var parent) ? Text(parent, "uri") : null;
        return new Sending { Text = Text(record, "text"), Key = Text(body, "rkey"), Record = record.GetRawText(), InReplyTo = reply };
    }

    public override string? Fault(Sending sending)
    {
        if (sending.Key.Length != 13 || sending.Key.Any(letter => !Sortable.Contains(letter, StringComparison.Ordinal)) || sending.Key[0] > 'j')
            return "InvalidRequest: Invalid record key: it must be a TID";

        if (sending.Text.Length == 0)
            return "InvalidRequest: Record/text must not be empty";

        if (new StringInfo(sending.Text).LengthInTextElements > Graphemes)
            return $"InvalidRequest: Record/text must not be longer than {Graphemes} graphemes";

        return Encoding.UTF8.GetByteCount(sending.Text) > Bytes ? $"InvalidRequest: Record/text must not be longer than {Bytes} bytes" : null;
    }

    public override Verdict OnPublishing(Arrival arrival, Account account, DateTimeOffset now)
    {
        if (account.ByKey(arrival.Sending.Key) is not { } known)
            return new Verdict.Publish();

        const string Swap = "InvalidSwap: Record was at another CID";
        return known.Record == arrival.Sending.Record ? new Verdict.Known(known) : new Verdict.Refuse(Refused(Swap), Swap, ForGood: true);
    }

    public override string RemoteId(Arrival arrival, long number) => Uri(arrival.Profile, arrival.Sending.Key);

    public override Reply Given(StoredPost post, bool isNew)
    {
        var body = new JsonObject { ["uri"] = post.RemoteId, ["cid"] = Cid(post), ["validationStatus"] = "valid" };
        if (isNew)
            body["commit"] = new JsonObject { ["cid"] = Cid(post), ["rev"] = post.Key };

        return new Reply { Status = 200, Body = body };
    }

    public override Reply Refused(string reason)
    {
        var colon = reason.IndexOf(": ", StringComparison.Ordinal);
        return Fault(400, colon > 0 ? reason[..colon] : "InvalidRequest", colon > 0 ? reason[(colon + 2)..] : reason);
    }

    public override Reply Expired() => Fault(400, "ExpiredToken", "Token has expired");

    public override Reply Limited(Allowance allowance, Dice dice) => Fault(429, "RateLimitExceeded", "Rate Limit Exceeded") with
    {
        Headers = [.. HeadersOf(allowance)],
    };

    public override Reply Broken() => Fault(502, "UpstreamFailure", "Upstream Failure");

    public override IReadOnlyList<(string Name, string Value)> HeadersOf(Allowance allowance) =>
    [
        ("RateLimit-Limit", Reply.Number(allowance.Limit)),
        ("RateLimit-Remaining", Reply.Number(allowance.Remaining)),
        ("RateLimit-Reset", Reply.Seconds(allowance.ResetsAt)),
        ("RateLimit-Policy", $"{Reply.Number(allowance.Limit)};w={Reply.Number((int)Window.TotalSeconds)}"),
    ];

    public override Reply Find(Account account, HttpRequest request)
    {
        if (account.ByKey(request.Query["rkey"].ToString()) is not { } post)
            return Fault(400, "RecordNotFound", "Could not locate record");

        var value = JsonNode.Parse(post.Record!);
        return new Reply { Status = 200, Body = new JsonObject { ["uri"] = post.RemoteId, ["cid"] = Cid(post), ["value"] = value } };
    }

    private static string Uri(string handle, string key) => $"at://{handle}/app.bsky.feed.post/{key}";

    private static string Cid(StoredPost post) => $"bafyrei{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(post.Record!)))}";

    private static Reply Fault(int status, string error, string message) => new()
    {
        Status = status,
        Body = new JsonObject { ["error"] = error, ["message"] = message },
    };
}
