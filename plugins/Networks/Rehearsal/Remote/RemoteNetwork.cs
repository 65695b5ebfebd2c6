using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>The network in a process of its own, as a profile on it sees it. It says no more than it knows: what may have been published is unknown.</summary>
internal sealed class RemoteNetwork(RemoteConnection connection, RemoteSettings settings, TimeProvider clock)
{
    // How often a question is asked before it counts as one that could not be asked now.
    private const int Asked = 4;

    private readonly Dictionary<string, RemoteManner> _manners = new(StringComparer.Ordinal);

    /// <summary>What the server is for a profile; null where the profile speaks inside the workspace.</summary>
    public RemoteManner? MannerFor(Profile profile)
    {
        if (settings.KindFor(profile.Name) is not { } kind)
            return null;

        if (!_manners.TryGetValue(kind, out var manner))
            _manners[kind] = manner = RemoteManner.Of(kind, settings, clock);

        return manner;
    }

    public async Task<SendResult> SendAsync(RemoteManner manner, Outgoing post, SendKey key, CancellationToken cancel)
    {
        string? token;
        try
        {
            token = await connection.TokenAsync(manner.Name, post.Profile.Handle, cancel);
        }
        catch (OperationCanceledException)
        {
            return new TryLater { Reason = "it was cancelled before the post left" };
        }

        if (token is null)
            return new TryLater { Reason = "the rehearsal server gave no token; see that it runs" };

        RemoteAnswer answer;
        try
        {
            answer = await connection.SendAsync(() => manner.Request(post, key), manner.Name, token, cancel);
        }
        catch (HttpRequestException error) when (NeverLeft(error))
        {
            return new TryLater { Reason = $"the rehearsal server cannot be reached: {error.Message}" };
        }
        catch (HttpRequestException error)
        {
            return new UnknownOutcome { Reason = $"no answer came: {error.Message}" };
        }

        if (manner.HasExpired(answer))
        {
            connection.Forget(manner.Name, post.Profile.Handle, token);
            var renewed = await connection.TokenAsync(manner.Name, post.Profile.Handle, cancel) is not null;
            return new TryLater { Reason = renewed ? "the token had expired; it is renewed" : "the token has expired, and there is no other yet" };
        }

        var limit = manner.LimitOf(answer);
        if (answer.Status == HttpStatusCode.TooManyRequests)
            return new TryLater { Reason = manner.ReasonOf(answer), NotBefore = limit?.ResetsAt, RateLimit = limit };

        if (manner.IsTaken(answer))
            return await SettleAsync(manner, post, key, token, answer, cancel);

        return manner.ResultOf(answer) with { RateLimit = limit };
    }

    public async Task<LookUpResult> FindAsync(RemoteManner manner, Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel)
    {
        if (!manner.CanFind)
            return new CannotTell { Reason = "this network does not let programs look for posts" };

        var token = await connection.TokenAsync(manner.Name, post.Profile.Handle, cancel)
            ?? throw new PluginHostException("The rehearsal server gave no token, so nobody can look for the post now. See that it runs.");
        return await manner.FindAsync(post, key, since, ask => AskAsync(ask, manner, post.Profile.Handle, token, cancel));
    }

    // Something else stands where the post wants to be, or the post itself, in other bytes.
    private async Task<SendResult> SettleAsync(
        RemoteManner manner, Outgoing post, SendKey key, string token, RemoteAnswer answer, CancellationToken cancel)
    {
        try
        {
            var found = await manner.FindAsync(post, key, post.PlannedAt, ask => AskAsync(ask, manner, post.Profile.Handle, token, cancel));
            return found is Found known ? known.Sent : new RefusedByNetwork { Reason = $"another post has the same identity: {manner.ReasonOf(answer)}" };
        }
        catch (Exception error) when (error is HttpRequestException or PluginHostException)
        {
            return new UnknownOutcome { Reason = $"something stands where the post wants to be, and it could not be read: {error.Message}" };
        }
    }

    // A question does nothing, so it may be asked again; a look-up of many pages would else seldom come to its end on a network in trouble.
    private async Task<RemoteAnswer> AskAsync(string path, RemoteManner manner, string handle, string token, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var answer = await connection.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), manner.Name, token, cancel);
                if (manner.HasExpired(answer))
                    connection.Forget(manner.Name, handle, token);
                else if (answer.Status < HttpStatusCode.InternalServerError || tries == Asked)
                    return answer;

                if (tries == Asked || await connection.TokenAsync(manner.Name, handle, cancel) is not { } valid)
                    return answer;

                token = valid;
            }
            catch (HttpRequestException) when (tries < Asked)
            {
                // It is asked again.
            }
        }
    }

    // The connection did not come about: not a byte of the request has left.
    private static bool NeverLeft(HttpRequestException error) =>
        error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
}
