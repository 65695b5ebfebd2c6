using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace Acme.Bulletin;

/// <summary>
/// Sends once, and says what became of it: the board takes a key, so that a repeat is safe. An answer that never came is a doubt, and not a failure: the post may stand there.
/// </summary>
internal sealed class BulletinNetwork(IHost host, string server) : Network
{
    private static readonly NetworkRules Rules = new()
    {
        Limit = 500,
        Source = "https://board.example/rules, 2026-03-01",
        Repeats = Repeats.ByKey,
        KeyLife = TimeSpan.FromDays(1),
        LandsWithin = TimeSpan.FromSeconds(30),
    };

    public override LookUp LookUp => field ??= new BulletinLookUp(host, server);

    public override Listen Listen => field ??= new BulletinListen(host, server);

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(Rules);

    public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(post.Text))
            return new RefusedByNetwork { Reason = "the text is empty" };

        if (Rules.Count(post.Text) is { Fits: false } count)
            return new RefusedByNetwork { Reason = $"the text has {count}" };

        var body = new JsonObject { ["author"] = post.Profile.Handle, ["text"] = post.Text, ["answers"] = post.InReplyTo };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server}/posts") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

        // Of the key and nothing else: whoever repeats this send, repeats this header.
        request.Headers.Add("Idempotency-Key", key.Value);
        try
        {
            using var answer = await host.Http.SendAsync(request, cancel);
            return await ReadAsync(answer, cancel);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError)
        {
            return new TryLater { Reason = error.Message };
        }
        catch (HttpRequestException error)
        {
            return new UnknownOutcome { Reason = error.Message };
        }
    }

    /// <summary>A post as the board tells of it.</summary>
    internal static Sent SentOf(JsonElement post) => new()
    {
        RemoteId = post.GetProperty("id").GetString()!,
        Link = post.GetProperty("url").GetString(),
        At = post.GetProperty("at").GetDateTimeOffset(),
    };

    private async Task<SendResult> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.IsSuccessStatusCode)
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            return SentOf(json.RootElement);
        }

        var reason = $"the board answered {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancel)}".TrimEnd();
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new TryLater { Reason = reason, NotBefore = answer.Headers.RetryAfter?.Delta is { } wait ? host.Clock.GetUtcNow() + wait : null },
            < HttpStatusCode.InternalServerError => new RefusedByNetwork { Reason = reason },

            // It broke, before or after it had the post.
            _ => new UnknownOutcome { Reason = reason },
        };
    }
}
