using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Sends a post, once: the pictures first, which nobody sees alone, and then the post with its key.</summary>
internal sealed class Publishing(IHost host, Connection connection, Uploads uploads)
{
    public async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
    {
        Session? session;
        Uploaded media;
        try
        {
            cancel.ThrowIfCancellationRequested();
            session = await connection.Sessions.FindAsync(post.Profile, cancel);
            if (session is null)
                return NotLoggedIn(post.Profile);

            media = await uploads.TakeAsync(post, key, session, cancel);
        }
        catch (OperationCanceledException)
        {
            return new TryLater { Reason = "it was cancelled before the post left" };
        }
        catch (PluginHostException error)
        {
            // No address, or a vault that does not open: nothing has left.
            return new TryLater { Reason = error.Message };
        }

        return media.Instead ?? await PublishAsync(post, key, session, media.Ids, cancel);
    }

    private async Task<SendResult> PublishAsync(Outgoing post, SendKey key, Session session, IReadOnlyList<string> media, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/statuses", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(StatusForm.Of(post, media)),
        };

        // Who knows no keys ignores it.
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key.Value);
        Answer answer;
        try
        {
            answer = await connection.SendAsync(post.Profile, request, session.Token, cancel);
        }
        catch (HttpRequestException error) when (NoAnswer.NothingLeft(error))
        {
            return new TryLater { Reason = NoAnswer.Words(error, ServerAddress.Of(post.Profile)) };
        }
        catch (HttpRequestException error)
        {
            return new UnknownOutcome { Reason = NoAnswer.Words(error, ServerAddress.Of(post.Profile)) };
        }

        var result = Outcomes.Of(answer, post.Profile, host.Clock.GetUtcNow());
        if (answer.Status == System.Net.HttpStatusCode.Unauthorized)
            connection.Sessions.Doubt(post.Profile);

        // What was refused or published needs them no more; what is tried again must not begin anew.
        if (result is Sent or RefusedByNetwork)
            uploads.Forget(post.Profile, key);

        return result;
    }

    private static TryLater NotLoggedIn(Profile profile) =>
        new() { Reason = $"{profile.Name} is not logged in on {ServerAddress.Of(profile).Authority}. pluginhost profiles login {profile.Name} does it" };
}
