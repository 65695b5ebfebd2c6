using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>
/// Publishes. One post is put at a place of our choosing where nothing is (<c>swapRecord: null</c>): again with the same bytes, nothing happens; with others, the server says so. A thread is
/// written at once, whole or not at all. Until the one request that publishes, nothing can go wrong that is not certain.
/// </summary>
internal sealed class Publishing(Account account, Sessions sessions, Writing writing, OwnPosts ownPosts, TimeProvider clock)
{
    // What a server reads of one request (the PDS of 2026-08: jsonLimit). A repository would take two million.
    private const int MostBytes = 1_000_000;

    public async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        if (Checking.Problem(post, BlueskyRules.Rules) is { } problem)
            return new RefusedByNetwork { Reason = problem };

        try
        {
            cancel.ThrowIfCancellationRequested();
            var session = await sessions.ForAsync(post.Profile, cancel);
            if (key.Attempt > 1 && await EarlierAsync(session, post, key, cancel) is { } earlier)
                return earlier;

            var parts = await writing.WriteAsync(session, post, key, BlueskyRules.Rules, cancel);
            cancel.ThrowIfCancellationRequested();
            return await PublishAsync(session, post, key, parts, cancel);
        }
        catch (StoppedException stopped)
        {
            return stopped.Result;
        }
        catch (PluginHostException error)
        {
            return new TryLater { Reason = error.Message, NotBefore = CannotSpeak.NotBefore(error) };
        }
        catch (HttpRequestException error)
        {
            return new TryLater { Reason = $"{error.Message}; nothing of the post has left" };
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new TryLater { Reason = "it was cancelled before the post left" };
        }
    }

    // Only an outcome, or that the profile cannot speak (then nothing was done), comes out of here.
    private async Task<SendResult> PublishAsync(Session session, Outgoing post, SendKey key, IReadOnlyList<WrittenPost> parts, CancellationToken cancel)
    {
        var body = parts.Count == 1 ? One(session, parts[0]) : Thread(session, parts);
        if (body.Length > MostBytes)
            return new RefusedByNetwork { Reason = "the thread is longer than a server takes at once, which is a million bytes; make two threads of it" };

        XrpcAnswer answer;
        try
        {
            answer = await account.PostAsync(post.Profile, parts.Count == 1 ? "com.atproto.repo.putRecord" : "com.atproto.repo.applyWrites", body, cancel);
        }
        catch (HttpRequestException error)
        {
            return Xrpc.NeverLeft(error)
                ? new TryLater { Reason = $"the server cannot be reached: {error.Message}" }
                : new UnknownOutcome { Reason = $"no answer came: {error.Message}" };
        }
        catch (OperationCanceledException)
        {
            return new UnknownOutcome { Reason = "it was cancelled while the post was on its way" };
        }

        if (answer.IsSuccess && HasTaken(answer, parts.Count))
            return Outcomes.SentOf(parts[0]) with { Rest = [.. parts.Skip(1).Select(Outcomes.SentOf)], RateLimit = answer.Limit };

        // Something stands where the post wants to be; a thread says of that no more than that something was wrong.
        var mayBeThere = answer.Error == "InvalidSwap" || (parts.Count > 1 && answer.Status is HttpStatusCode.InternalServerError or HttpStatusCode.BadRequest);
        return mayBeThere ? await SettleAsync(session, post, key, answer, cancel) : Outcomes.Of(answer, clock.GetUtcNow());
    }

    // A success of somebody between us and the server is none of its own: it names what it has written, each part of a thread.
    private static bool HasTaken(XrpcAnswer answer, int parts) =>
        parts == 1 ? Json.Text(answer.Body, "uri").Length > 0 : Json.Items(answer.Body, "results").Count == parts;

    private async Task<SendResult> SettleAsync(Session session, Outgoing post, SendKey key, XrpcAnswer answer, CancellationToken cancel)
    {
        try
        {
            if (await ownPosts.FindAsync(session, post, key, cancel) is Found found)
                return found.Sent with { RateLimit = answer.Limit };

            return answer.Error == "InvalidSwap"
                ? new RefusedByNetwork { Reason = $"another post stands where this one wants to be ({answer.Words}); plan it anew" }
                : Outcomes.Of(answer, clock.GetUtcNow());
        }
        catch (Exception error) when (error is PluginHostException or OperationCanceledException)
        {
            return new UnknownOutcome { Reason = $"{answer.Words}, and whether the post is there could not be read: {error.Message}" };
        }
    }

    // A repeat: what is there need not be made ready again, and what has become of its pictures no longer matters.
    private async Task<Sent?> EarlierAsync(Session session, Outgoing post, SendKey key, CancellationToken cancel)
    {
        try
        {
            return await ownPosts.FindAsync(session, post, key, cancel) is Found found ? found.Sent : null;
        }
        catch (PluginHostException)
        {
            // Then the request itself will tell.
            return null;
        }
    }

    private static byte[] One(Session session, WrittenPost post) => Json.Object(body =>
    {
        body.WriteString("repo", session.Account);
        body.WriteString("collection", Collections.Post);
        body.WriteString("rkey", post.Uri.Name);
        body.WriteNull("swapRecord");
        body.WritePropertyName("record");
        body.WriteRawValue(post.Record);
    });

    private static byte[] Thread(Session session, IReadOnlyList<WrittenPost> parts) => Json.Object(body =>
    {
        body.WriteString("repo", session.Account);
        body.WriteStartArray("writes");
        foreach (var part in parts)
        {
            body.WriteStartObject();
            body.WriteString("$type", "com.atproto.repo.applyWrites#create");
            body.WriteString("collection", Collections.Post);
            body.WriteString("rkey", part.Uri.Name);
            body.WritePropertyName("value");
            body.WriteRawValue(part.Record);
            body.WriteEndObject();
        }

        body.WriteEndArray();
    });
}
