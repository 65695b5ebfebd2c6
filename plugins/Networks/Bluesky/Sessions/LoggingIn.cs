using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Logs a profile in. The password is asked for, sent once, and not kept: what is kept is the session. A server lets an account log in 300 times a day, so nothing else does.</summary>
internal sealed class LoggingIn(IHost host, Xrpc xrpc, Servers servers, Sessions sessions)
{
    public async Task<Session> LogInAsync(Profile profile, CancellationToken cancel)
    {
        var server = await servers.OfAsync(profile, cancel);
        var password = await host.Ask.ForSecretAsync(
            $"App password of {profile.Handle} on {server.Authority} (made in the app: Settings, Privacy and security, App passwords)", cancel);
        if (string.IsNullOrWhiteSpace(password))
            throw new PluginHostException($"No password was given, so {profile.Name} is as it was.");

        var answer = await TryAsync(profile, server, password.Trim(), "", cancel);
        if (answer.Error == "AuthFactorTokenRequired")
        {
            // With an app password this is not asked for; whoever gave the account's own gets a code by mail.
            var code = await host.Ask.ForTextAsync($"Code that {server.Authority} has sent to you by mail", cancel);
            if (string.IsNullOrWhiteSpace(code))
                throw new PluginHostException($"No code was given, so {profile.Name} is as it was. With an app password none is asked for.");

            answer = await TryAsync(profile, server, password.Trim(), code.Trim(), cancel);
        }

        var session = SessionOf(profile, server, answer);
        await sessions.KeepAsync(profile, session, cancel);
        return session;
    }

    /// <summary>Has the server forget a session, and forgets it here whatever the server says.</summary>
    public async Task LogOutAsync(Profile profile, CancellationToken cancel)
    {
        var session = await sessions.FindAsync(profile, cancel);
        await host.Secrets.ForgetAsync(Sessions.SecretOf(profile), cancel);
        if (session is null)
            return;

        var why = "";
        try
        {
            var answer = await xrpc.PostAsync(profile, session.Server, "com.atproto.server.deleteSession", null, session.Refresh, cancel);
            why = (int)answer.Status is >= 200 and < 300 || answer.HasExpired ? "" : answer.Words;
        }
        catch (HttpRequestException error)
        {
            why = error.Message;
        }

        if (why.Length > 0)
            throw new PluginHostException($"{profile.Name} is logged out here, and {session.Server.Authority} could not be told: {why}. Revoke the app password there, in the app: Settings, Privacy and security, App passwords.");
    }

    private async Task<XrpcAnswer> TryAsync(Profile profile, Uri server, string password, string code, CancellationToken cancel)
    {
        var body = Json.Object(login =>
        {
            login.WriteString("identifier", profile.Handle);
            login.WriteString("password", password);
            if (code.Length > 0)
                login.WriteString("authFactorToken", code);
        });
        try
        {
            return await xrpc.PostAsync(profile, server, "com.atproto.server.createSession", body, "", cancel);
        }
        catch (HttpRequestException error)
        {
            throw new PluginHostException($"{server.Authority} cannot be reached, so {profile.Name} is as it was: {error.Message} Look at server: in plugins.yaml and at the network.", error);
        }
    }

    private Session SessionOf(Profile profile, Uri server, XrpcAnswer answer)
    {
        var (account, access, refresh) = (Json.Text(answer.Body, "did"), Json.Text(answer.Body, "accessJwt"), Json.Text(answer.Body, "refreshJwt"));
        if (!answer.IsSuccess || !Did.Is(account) || access.Length == 0 || refresh.Length == 0)
            throw new PluginHostException($"{profile.Name} was not logged in, and is as it was. {WhyNot(profile, server, answer)}");

        if (Json.Text(answer.Body, "status") is { Length: > 0 } status)
        {
            throw new PluginHostException(
                $"{profile.Name} was not logged in: its account is {status}. {(status == "deactivated" ? "Activate it in the app, and log in again." : "Write to the people who run its server.")}");
        }

        var handle = Json.Text(answer.Body, "handle");
        return new Session
        {
            Account = account,
            Handle = Handle.Is(handle) && handle != Handle.Invalid ? handle : profile.Handle,
            AskedFor = profile.Handle,
            Server = server,
            Repository = DidDocument.RepositoryIn(Json.At(answer.Body, "didDoc"), server) ?? server,
            Access = access,
            Refresh = refresh,
            GivenAt = host.Clock.GetUtcNow(),
        };
    }

    private string WhyNot(Profile profile, Uri server, XrpcAnswer answer) => answer switch
    {
        { Error: "AuthFactorTokenRequired" } => $"The code was not taken ({answer.Words}). With an app password none is asked for.",
        { Error: "AccountTakedown" } => $"The account was taken down ({answer.Words}). Write to the people who run {server.Authority}.",
        { Status: HttpStatusCode.Unauthorized } =>
            $"{server.Authority} knows no account {profile.Handle} with this password ({answer.Words}). Make a new app password in the app, and look at handle: and server: of {profile.Name} in plugins.yaml.",
        { Status: HttpStatusCode.TooManyRequests } =>
            $"There were too many logins: 30 in five minutes and 300 a day are let through ({answer.Words}). Try again {(answer.NotBefore(host.Clock.GetUtcNow()) is { } at ? $"after {at.UtcDateTime:HH:mm} UTC" : "later")}.",
        _ => $"{answer.Words}. Is {server} a server of Bluesky's network?",
    };
}
