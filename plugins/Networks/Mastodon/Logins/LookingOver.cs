using System.Globalization;
using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Looks a login over, each thing on top of the one before: the server, its clock, the token, whose it is, what it may do, and what the server can.</summary>
internal sealed class LookingOver(IHost host, Connection connection, KnownServers servers, Func<Profile, Doorbell?> bellOf)
{
    public const string WhoAmI = "/api/v1/accounts/verify_credentials";

    // By more than this, expirations and what is looked up go astray.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    public async Task<string?> CheckAsync(Profile profile, CancellationToken cancel)
    {
        try
        {
            return (await LoginAsync(profile, await servers.ReadAsync(profile, cancel), [], cancel)).FirstOrDefault(finding => finding.Advice.Length > 0) is { } wrong
                ? $"{wrong.Stands}. {wrong.Advice}"
                : null;
        }
        catch (PluginHostException error)
        {
            return error.Message;
        }
    }

    public async Task<IReadOnlyList<LoginFinding>> LookAsync(Profile profile, CancellationToken cancel)
    {
        var findings = new List<LoginFinding>();
        Server server;
        try
        {
            (server, var answer) = await servers.LookAsync(profile, cancel);
            findings.Add(Well("server", $"{server.Address.Authority}, {(server.Software.Length > 0 ? server.Software : "a server that does not say what it is")} {server.Version}".TrimEnd()));
            findings.Add(ClockOf(answer));
        }
        catch (PluginHostException error)
        {
            findings.Add(Wrong("server", error.Message, "See to the server's address in plugins.yaml and to the connection, and look again"));
            return findings;
        }

        await LoginAsync(profile, server, findings, cancel);
        findings.Add(KeysOf(server));
        findings.Add(Well("characters", server.Rules.Limit.ToString("N0", CultureInfo.InvariantCulture)));
        findings.Add(Well("streaming", StreamingOf(profile, server)));
        return findings;
    }

    private async Task<List<LoginFinding>> LoginAsync(Profile profile, Server server, List<LoginFinding> findings, CancellationToken cancel)
    {
        var todo = Connection.LogInAgain(profile);
        if (await connection.Sessions.FindAsync(profile, cancel) is not { } session)
        {
            findings.Add(Wrong("login", "none is kept for this server", todo));
            return findings;
        }

        var answer = await connection.TryAskAsync(profile, WhoAmI, "who it is", cancel);
        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity)
        {
            // snac answers 422 where it does not know the token.
            findings.Add(Wrong("login", $"{answer.Words}; the token was revoked or the account suspended", todo));
            return findings;
        }

        if (!answer.IsSuccess || answer.Body.TextOrNull("acct") is not { } acct)
        {
            findings.Add(Wrong("login", answer.Words, "It is the server's own trouble; look again later"));
            return findings;
        }

        var account = server.HandleOf(acct);
        findings.Add(Well("login", "the token is taken; it does not expire"));
        findings.Add(MastodonLogin.IsOf(profile, server, account)
            ? Well("account", account)
            : Wrong("account", $"the token is {account}'s, and the profile is {profile.Handle}", todo));
        findings.Add(ScopesOf(profile, session, todo));
        if (answer.Limit is { } limit)
            findings.Add(LimitOf(limit));

        return findings;
    }

    private LoginFinding ClockOf(Answer answer)
    {
        if (answer.Date is not { } date)
            return Well("clock", "the server does not tell its time");

        var apart = date - host.Clock.GetUtcNow();
        return apart.Duration() < Leeway
            ? Well("clock", "as the server's")
            : Wrong("clock", string.Create(CultureInfo.InvariantCulture, $"{apart.Duration():d\\.hh\\:mm\\:ss} {(apart > TimeSpan.Zero ? "behind" : "ahead of")} the server's"), "Set this machine's clock by a time server");
    }

    private static LoginFinding ScopesOf(Profile profile, Session session, string todo) =>
        MastodonLogin.ScopesFor(profile).Split(' ').Except(session.Scopes.Split(' ', '+')).ToList() is { Count: > 0 } missing
            ? Wrong("scopes", $"\"{session.Scopes}\", without {string.Join(" and ", missing)}", todo)
            : Well("scopes", session.Scopes);

    private static LoginFinding LimitOf(RateLimit limit) => limit.Remaining > 0
        ? Well("limits", string.Create(CultureInfo.InvariantCulture, $"{limit.Remaining} requests left until {limit.ResetsAt.UtcDateTime:HH:mm:ss} UTC"))
        : Wrong("limits", "no request is left", string.Create(CultureInfo.InvariantCulture, $"Posts wait until {limit.ResetsAt.UtcDateTime:HH:mm:ss} UTC"));

    private static LoginFinding KeysOf(Server server) => Well("keys", server.KnowsKeys
        ? "the server knows a repeated send by its key, for an hour"
        : "the server is not known to know keys, so after a doubt its own list is looked at");

    private string StreamingOf(Profile profile, Server server) => (server.Streaming, bellOf(profile)) switch
    {
        (null, _) => "the server has none, so it is asked now and then",
        (_, { IsOpen: true }) => "open",
        (_, { Trouble: var trouble }) => $"not open: {trouble}; it is asked now and then meanwhile",
        ({ } address, _) => $"at {address.Authority}; nobody listens here now",
    };

    private static LoginFinding Well(string what, string stands) => new() { What = what, Stands = stands };

    private static LoginFinding Wrong(string what, string stands, string advice) => new() { What = what, Stands = stands.TrimEnd('.'), Advice = advice.TrimEnd('.') };
}
