using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>
/// The sessions of all profiles, kept as secrets and renewed under their lock. Nothing here logs in: a server lets an account do that 300 times a day, and a program that starts every
/// minute would use them up.
/// </summary>
internal sealed class Sessions(IHost host, Xrpc xrpc)
{
    public static string SecretOf(Profile profile) => $"session/{profile.Name}";

    /// <summary>What to do where there is no session.</summary>
    public static string LogIn(Profile profile) => $"log in: pluginhost profiles login {profile.Name}";

    /// <summary>The session as it is kept; null where there is none of this account.</summary>
    /// <exception cref="PluginHostException">The vault cannot be opened.</exception>
    public async Task<Session?> FindAsync(Profile profile, CancellationToken cancel) =>
        Session.Read(await host.Secrets.ReadAsync(SecretOf(profile), cancel)) is { } session && session.IsOf(profile) ? session : null;

    /// <summary>A session that calls can be made with, renewed where it is about to end.</summary>
    /// <exception cref="PluginHostException">There is none, or it cannot be renewed, or the vault cannot be opened.</exception>
    public async Task<Session> ForAsync(Profile profile, CancellationToken cancel)
    {
        var session = await FindAsync(profile, cancel) ?? throw CannotSpeak.Because($"{profile.Name} is not logged in on Bluesky as {profile.Handle}; {LogIn(profile)}");
        return session.IsEnding(host.Clock.GetUtcNow()) ? await RenewAsync(profile, session, cancel) : session;
    }

    /// <summary>The session after one that the server no longer takes. Of several that ask, in whatever process, one has it renewed.</summary>
    /// <exception cref="PluginHostException">It has ended, or cannot be renewed now.</exception>
    public async Task<Session> RenewAsync(Profile profile, Session seen, CancellationToken cancel)
    {
        var secret = await host.Secrets.RenewAsync(SecretOf(profile), kept => RenewedAsync(profile, seen, kept), cancel);
        return Session.Read(secret) ?? throw Ended(profile, "it is gone");
    }

    public async Task KeepAsync(Profile profile, Session session, CancellationToken cancel) => await host.Secrets.WriteAsync(SecretOf(profile), session.ToSecret(), cancel);

    // Once it has begun it is not cancelled: the token is used up with the request.
    private async Task<string?> RenewedAsync(Profile profile, Session seen, string? kept)
    {
        var session = Session.Read(kept) is { } known && known.IsOf(profile) ? known : throw Ended(profile, "it is gone");
        if (session.Access != seen.Access)
            return kept;

        XrpcAnswer answer;
        try
        {
            answer = await xrpc.PostAsync(profile, session.Server, "com.atproto.server.refreshSession", null, session.Refresh, CancellationToken.None);
        }
        catch (HttpRequestException error)
        {
            throw CannotSpeak.Because($"the session of {profile.Name} could not be renewed, {session.Server.Authority} gave no answer: {error.Message}", error);
        }

        if (answer.IsSuccess && Json.Text(answer.Body, "accessJwt") is { Length: > 0 } access && Json.Text(answer.Body, "refreshJwt") is { Length: > 0 } refresh)
        {
            var handle = Json.Text(answer.Body, "handle");
            return (session with
            {
                Access = access,
                Refresh = refresh,
                GivenAt = host.Clock.GetUtcNow(),
                Handle = Handle.Is(handle) ? handle : session.Handle,
                Repository = DidDocument.RepositoryIn(Json.At(answer.Body, "didDoc"), session.Server) ?? session.Repository,
            }).ToSecret();
        }

        if (answer.HasExpired || answer.Error is "AccountTakedown" or "AccountDeactivated")
            throw Ended(profile, answer.Words);

        var notBefore = answer.Status == HttpStatusCode.TooManyRequests ? answer.NotBefore(host.Clock.GetUtcNow()) : null;
        throw CannotSpeak.Until(notBefore, $"the session of {profile.Name} could not be renewed: {answer.Words}");
    }

    // A refresh token that was used, revoked, or not used for ninety days.
    private static PluginHostException Ended(Profile profile, string why) => CannotSpeak.Because(
        $"the session of {profile.Name} on Bluesky has ended ({why}). Its password was changed, the app password was revoked, or it was not used for long; {LogIn(profile)}");
}
