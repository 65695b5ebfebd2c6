using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>
/// Calls the server that has a profile's repository, as the profile. Where the token is no longer taken, it is renewed and the call made once more: what was refused for its token was not done.
/// </summary>
internal sealed class Account(Xrpc xrpc, Sessions sessions)
{
    /// <summary>Asks.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    /// <exception cref="PluginHostException">The profile cannot speak.</exception>
    public Task<XrpcAnswer> GetAsync(Profile profile, string method, CancellationToken cancel) =>
        CallAsync(profile, session => xrpc.GetAsync(profile, session.Repository, method, session.Access, cancel), cancel);

    /// <summary>Has something done.</summary>
    /// <exception cref="HttpRequestException">No answer came: it may have been done, unless <see cref="Xrpc.NeverLeft"/>.</exception>
    /// <exception cref="PluginHostException">The profile cannot speak. Nothing was done.</exception>
    public Task<XrpcAnswer> PostAsync(Profile profile, string method, byte[] body, CancellationToken cancel) =>
        CallAsync(profile, session => xrpc.PostAsync(profile, session.Repository, method, body, session.Access, cancel), cancel);

    /// <summary>Hands over a file.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    /// <exception cref="PluginHostException">The profile cannot speak.</exception>
    public Task<XrpcAnswer> UploadAsync(Profile profile, OutgoingMedium medium, CancellationToken cancel) =>
        CallAsync(profile, session => xrpc.UploadAsync(profile, session.Repository, medium, session.Access, cancel), cancel);

    /// <summary>Asks for what must be there.</summary>
    /// <exception cref="PluginHostException">It could not be asked; the message says why.</exception>
    public async Task<XrpcAnswer> ReadAsync(Profile profile, string method, CancellationToken cancel)
    {
        var answer = await TryReadAsync(profile, method, cancel);
        return answer.IsSuccess ? answer : throw Trouble(answer);
    }

    /// <summary>Asks for what need not be there: then the answer says so.</summary>
    /// <exception cref="PluginHostException">No answer came; the message says why.</exception>
    public async Task<XrpcAnswer> TryReadAsync(Profile profile, string method, CancellationToken cancel)
    {
        try
        {
            return await GetAsync(profile, method, cancel);
        }
        catch (HttpRequestException error)
        {
            throw CannotSpeak.Because($"Bluesky could not be asked for {profile.Name}: {error.Message} Try again later.", error);
        }
    }

    public static PluginHostException Trouble(XrpcAnswer answer) => CannotSpeak.Because(answer.Status switch
    {
        HttpStatusCode.TooManyRequests => $"Bluesky was asked too often: {answer.Words}. Wait a while.",
        HttpStatusCode.BadGateway => $"{answer.Words}. The server does not reach the one that reads for it (the AppView); posting is not touched by this. Try again later.",
        _ => $"{answer.Words}. Try again later, or look with: pluginhost profiles doctor",
    });

    private async Task<XrpcAnswer> CallAsync(Profile profile, Func<Session, Task<XrpcAnswer>> call, CancellationToken cancel)
    {
        var session = await sessions.ForAsync(profile, cancel);
        var answer = await call(session);
        if (!answer.HasExpired)
            return answer;

        answer = await call(await sessions.RenewAsync(profile, session, cancel));
        return answer.HasExpired ? throw CannotSpeak.Because($"{answer.Words}, also with a new token; {Sessions.LogIn(profile)}") : answer;
    }
}
