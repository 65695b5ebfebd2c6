using System.Globalization;
using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>How a profile proves who it is, and what is wrong where it cannot.</summary>
internal sealed class BlueskyLogin(LoggingIn loggingIn, Sessions sessions, Xrpc xrpc, Account account, TimeProvider clock) : Login
{
    // Tokens, and with them everything else, bear some difference of clocks; schedules do not.
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(30);

    public override async Task<string?> CheckAsync(Profile profile, CancellationToken cancel)
    {
        try
        {
            var answer = await account.GetAsync(profile, "com.atproto.server.getSession", cancel);
            return Speaking(answer);
        }
        catch (HttpRequestException error)
        {
            return $"the server gives no answer: {error.Message}";
        }
        catch (PluginHostException error)
        {
            return error.Message;
        }
    }

    public override async Task<string> LogInAsync(Profile profile, CancellationToken cancel)
    {
        var session = await loggingIn.LogInAsync(profile, cancel);
        return $"{session.Handle} ({session.Account})";
    }

    public override Task LogOutAsync(Profile profile, CancellationToken cancel) => loggingIn.LogOutAsync(profile, cancel);

    public override async Task<IReadOnlyList<LoginFinding>> LookOverAsync(Profile profile, CancellationToken cancel)
    {
        Session session;
        try
        {
            if (await sessions.FindAsync(profile, cancel) is not { } kept)
                return [Wrong("session", "there is none", $"{char.ToUpperInvariant(Sessions.LogIn(profile)[0])}{Sessions.LogIn(profile)[1..]}")];

            session = kept;
        }
        catch (PluginHostException error)
        {
            return [Wrong("session", "it cannot be read", error.Message)];
        }

        var findings = new List<LoginFinding>();
        var answer = await ServerAsync(profile, session, findings, cancel);
        if (answer is null)
            return findings;

        findings.Add(ClockOf(answer));
        await SessionAsync(profile, findings, cancel);
        return findings;
    }

    private async Task<XrpcAnswer?> ServerAsync(Profile profile, Session session, List<LoginFinding> findings, CancellationToken cancel)
    {
        try
        {
            var answer = await xrpc.GetAsync(profile, session.Repository, "com.atproto.server.describeServer", "", cancel);
            findings.Add(answer.IsSuccess
                ? Well("server", $"{session.Repository.Authority} answers")
                : Wrong("server", answer.Words, "Look whether it is under repair; posts wait meanwhile, and none is lost."));
            return answer.IsSuccess ? answer : null;
        }
        catch (HttpRequestException error)
        {
            findings.Add(Wrong("server", $"{session.Repository.Authority} gives no answer: {error.Message}", "Look at the network, and at server: in plugins.yaml. Posts wait meanwhile, and none is lost."));
            return null;
        }
    }

    private async Task SessionAsync(Profile profile, List<LoginFinding> findings, CancellationToken cancel)
    {
        try
        {
            var answer = await account.GetAsync(profile, "com.atproto.server.getSession", cancel);
            if (Speaking(answer) is { } wrong)
            {
                findings.Add(Wrong("session", "the profile cannot speak", wrong));
                return;
            }

            var session = await sessions.ForAsync(profile, cancel);
            findings.Add(Well("session", $"valid until {At(session.EndsAt)}, renewed by itself until {At(session.RenewableUntil)}"));
            findings.Add(AccountOf(profile, session, Json.Text(answer.Body, "handle")));
            findings.Add(RightsOf(session));
            findings.Add(Well("limit", answer.Limit is { } limit
                ? string.Create(CultureInfo.InvariantCulture, $"{limit.Remaining} requests left until {At(limit.ResetsAt)}")
                : "the server tells none; a post costs 3 of 5,000 points an hour and 35,000 a day"));
            findings.Add(await ReadingAsync(profile, session, cancel));
        }
        catch (Exception error) when (error is HttpRequestException or PluginHostException)
        {
            findings.Add(Wrong("session", "it cannot be used", error.Message));
        }
    }

    private static LoginFinding AccountOf(Profile profile, Session session, string handle)
    {
        var stands = $"{handle} ({session.Account})";
        return handle == Handle.Invalid
            ? Wrong("account", $"its handle leads nowhere ({session.Account})", $"Posts go out. People do not find {profile.Handle} until its domain names the account again: in the app, Settings, Account, Handle.")
            : Handle.AreSame(handle, profile.Handle) || profile.Handle == session.Account ? Well("account", stands)
            : Wrong("account", stands, $"It has another handle by now: write handle: {handle} under {profile.Name} in plugins.yaml.");
    }

    // Notifications, people and search are read by another server, which the own one speaks to for us.
    private async Task<LoginFinding> ReadingAsync(Profile profile, Session session, CancellationToken cancel)
    {
        var answer = await account.GetAsync(profile, $"app.bsky.actor.getProfile?actor={Uri.EscapeDataString(session.Account)}", cancel);
        return answer.IsSuccess
            ? Well("reading", "notifications, people and search are answered")
            : Wrong("reading", answer.Words, "Posting works without it; listening, the inbox and giveaways wait until the network's AppView answers.");
    }

    private LoginFinding ClockOf(XrpcAnswer answer)
    {
        if (answer.Date is not { } theirs)
            return Well("clock", "the server does not tell the time");

        var apart = clock.GetUtcNow() - theirs;
        var words = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(apart.TotalSeconds):0} seconds {(apart > TimeSpan.Zero ? "ahead of" : "behind")} the server's");
        return apart.Duration() <= Bearable
            ? Well("clock", apart.Duration() < TimeSpan.FromSeconds(2) ? "it agrees with the server's" : words)
            : Wrong("clock", words, "Set this machine's clock (timedatectl set-ntp true): what is planned for a time is sent at another.");
    }

    private static LoginFinding RightsOf(Session session) => Jwt.Read(session.Access).Scope switch
    {
        "com.atproto.access" => Well("rights", "the account's own password; an app password would be better: it can be revoked alone, and cannot delete the account"),
        "com.atproto.appPass" => Well("rights", "an app password, without direct messages"),
        "com.atproto.appPassPrivileged" => Well("rights", "an app password, with direct messages"),
        var other => Well("rights", other.Length > 0 ? other : "the server does not tell"),
    };

    private static string? Speaking(XrpcAnswer answer) => answer switch
    {
        { IsSuccess: true } when Json.Text(answer.Body, "status") is { Length: > 0 } status => $"the account is {status}; see in the app what is to be done",
        { IsSuccess: true } => null,
        { Status: HttpStatusCode.TooManyRequests } => $"it was asked too often: {answer.Words}",
        _ => answer.Words,
    };

    private static string At(DateTimeOffset? instant) =>
        instant is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "an end that it does not tell";

    private static LoginFinding Well(string what, string stands) => new() { What = what, Stands = stands };

    private static LoginFinding Wrong(string what, string stands, string advice) => new() { What = what, Stands = stands, Advice = advice };
}
