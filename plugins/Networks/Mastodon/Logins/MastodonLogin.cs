using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Lets a person say on their server's own page that this program may speak for them. Their password is never seen here.</summary>
internal sealed class MastodonLogin(IHost host, Connection connection, KnownServers servers, Registrar registrar, LookingOver lookingOver) : Login
{
    internal const string Here = "in a browser on this machine";
    internal const string Elsewhere = "with a code, from a browser anywhere";
    internal const string ByToken = "with a token that the account's settings gave";

    public override Task<string?> CheckAsync(Profile profile, CancellationToken cancel) => lookingOver.CheckAsync(profile, cancel);

    public override Task<IReadOnlyList<LoginFinding>> LookOverAsync(Profile profile, CancellationToken cancel) => lookingOver.LookAsync(profile, cancel);

    public override async Task<string> LogInAsync(Profile profile, CancellationToken cancel)
    {
        var (server, _) = await servers.LookAsync(profile, cancel);
        var proof = Proof.New(host.Random);
        var scopes = ScopesFor(profile);
        var way = await host.Ask.ForChoiceAsync($"How do you want to log {profile.Name} in on {server.Domain}?", [Here, Elsewhere, ByToken], cancel);
        if (way == ByToken)
            return await TakeGivenAsync(profile, server, scopes, cancel);

        var (application, code) = way switch
        {
            Here => await AskHereAsync(profile, server, proof, scopes, cancel),
            Elsewhere => await AskElsewhereAsync(profile, server, proof, scopes, cancel),
            _ => throw NotLoggedIn(profile, "You left the question.", ""),
        };
        var (token, given) = await registrar.TakeTokenAsync(profile, application, proof, code, scopes, cancel);
        return await KeepAsync(profile, server, application, token, given, cancel);
    }

    // For who has made an application in the account's settings: no page is visited, and nothing registered.
    private async Task<string> TakeGivenAsync(Profile profile, Server server, string scopes, CancellationToken cancel)
    {
        var typed = await host.Ask.ForSecretAsync($"The token that {server.Domain} gave to {profile.Handle}", cancel);
        var none = new Application { Id = "", Secret = "", Redirect = "" };
        return typed?.Trim() is { Length: > 0 } token
            ? await KeepAsync(profile, server, none, token, scopes, cancel)
            : throw NotLoggedIn(profile, "No token was given.", "");
    }

    private async Task<string> KeepAsync(Profile profile, Server server, Application application, string token, string given, CancellationToken cancel)
    {
        var account = await WhoAsync(profile, server, application, token, cancel);
        await connection.Sessions.KeepAsync(
            profile,
            new Session
            {
                Server = server.Address.ToString(),
                Token = token,
                AccountId = account.Id,
                Account = account.Handle,
                Scopes = given,
                ClientId = application.Id,
                ClientSecret = application.Secret,
            },
            cancel);
        return $"{account.Handle} (on {server.Address.Authority}, may {given.Replace(" ", " and ", StringComparison.Ordinal)})";
    }

    public override async Task LogOutAsync(Profile profile, CancellationToken cancel)
    {
        var session = await connection.Sessions.FindAsync(profile, cancel);
        await connection.Sessions.ForgetAsync(profile, cancel);
        if (session is { ClientId: "" })
            throw new PluginHostException($"{profile.Name} is logged out here. Its token was made in the account's settings; whoever wants it to end deletes it there.");

        if (session is not null && await registrar.RevokeAsync(profile, session.Token, session.ClientId, session.ClientSecret, cancel) is { } wrong)
        {
            throw new PluginHostException(
                $"{profile.Name} is logged out here, and its server could not be told: {wrong.TrimEnd('.')}. Revoke PluginHost there, in the account's settings, under the applications.");
        }
    }

    /// <summary>What a profile's login asks for: who only listens need not be able to write.</summary>
    internal static string ScopesFor(Profile profile) => profile.CanSend ? Application.Scopes : "read";

    private async Task<(Application Application, string Code)> AskHereAsync(Profile profile, Server server, Proof proof, string scopes, CancellationToken cancel)
    {
        Application? application = null;
        var led = await host.Ask.ForPageAsync(
            $"Allow PluginHost to speak as {profile.Handle} on {server.Domain}.",
            async back =>
            {
                application = await registrar.RegisterAsync(profile, back.AbsoluteUri, cancel);
                return PageOf(server, application, proof, scopes);
            },
            cancel);
        if (led is null || application is null)
            throw NotLoggedIn(profile, "You left the page.", "");

        var answers = AnswersOf(led);
        if (answers.GetValueOrDefault("error") is { } error)
            throw NotLoggedIn(profile, $"{server.Domain} says: {answers.GetValueOrDefault("error_description", error)}", " Log in again and allow it there.");

        // Another page of the browser may have led here.
        if (answers.GetValueOrDefault("state") != proof.State)
            throw NotLoggedIn(profile, "The page that led back is not the one that was opened.", " Log in again, and use the page that opens then.");

        return answers.GetValueOrDefault("code") is { Length: > 0 } code
            ? (application, code)
            : throw NotLoggedIn(profile, "The page led back without a code.", " Log in again, and with a code where it does the same.");
    }

    private async Task<(Application Application, string Code)> AskElsewhereAsync(Profile profile, Server server, Proof proof, string scopes, CancellationToken cancel)
    {
        var application = await registrar.RegisterAsync(profile, Application.OutOfBand, cancel);
        var typed = await host.Ask.ForSecretAsync($"Open {PageOf(server, application, proof, scopes).AbsoluteUri} in a browser, allow PluginHost to speak as {profile.Handle}, and type the code that it shows", cancel);
        return typed?.Trim() is { Length: > 0 } code ? (application, code) : throw NotLoggedIn(profile, "No code was given.", "");
    }

    // Whoever was logged in in the browser has said yes; that need not be the profile.
    private async Task<(string Id, string Handle)> WhoAsync(Profile profile, Server server, Application application, string token, CancellationToken cancel)
    {
        Answer answer;
        using (var request = new HttpRequestMessage(HttpMethod.Get, new Uri(LookingOver.WhoAmI, UriKind.Relative)))
        {
            try
            {
                answer = await connection.SendAsync(profile, request, token, cancel);
            }
            catch (HttpRequestException error)
            {
                throw NotLoggedIn(profile, $"The token was given, and who it is for could not be asked. {NoAnswer.Words(error, server.Address)}", "");
            }
        }

        var handle = server.HandleOf(answer.Body.Text("acct"));
        if (!answer.IsSuccess || answer.Body.TextOrNull("id") is not { } id || handle.Length == 0)
            throw NotLoggedIn(profile, $"The token was given, and the server does not say who it is for: {answer.Words}.", " Try again later.");

        if (IsOf(profile, server, handle))
            return (id, handle);

        if (application.Id.Length == 0)
            throw NotLoggedIn(profile, $"The token is for {handle}, and {profile.Name} is {profile.Handle}.", " Give the one of that account, or correct the handle in plugins.yaml.");

        await registrar.RevokeAsync(profile, token, application.Id, application.Secret, cancel);
        throw NotLoggedIn(
            profile,
            $"In the browser you are {handle}, and {profile.Name} is {profile.Handle}.",
            $" Log in there as {profile.Handle}, or in a private window, and try again; or correct the handle in plugins.yaml.");
    }

    /// <summary>Whether an account is the one that a profile names.</summary>
    internal static bool IsOf(Profile profile, Server server, string account)
    {
        var wanted = profile.Handle.TrimStart('@');
        var whole = wanted.Contains('@') ? wanted : $"{wanted}@{server.Domain}";

        // Who writes the server that answers rather than the domain that it answers for means the same.
        return string.Equals(account, whole, StringComparison.OrdinalIgnoreCase)
            || string.Equals(account, $"{ServerAddress.UserOf(wanted)}@{server.Domain}", StringComparison.OrdinalIgnoreCase)
                && whole.EndsWith($"@{server.Address.Authority}", StringComparison.OrdinalIgnoreCase);
    }

    private static Uri PageOf(Server server, Application application, Proof proof, string scopes)
    {
        var query = string.Join('&', new (string Name, string Value)[]
        {
            ("response_type", "code"), ("client_id", application.Id), ("redirect_uri", application.Redirect), ("scope", scopes), ("state", proof.State),
            ("code_challenge", proof.Challenge), ("code_challenge_method", "S256"),
        }.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return new Uri(server.Address, $"/oauth/authorize?{query}");
    }

    private static Dictionary<string, string> AnswersOf(Uri led) => led.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .GroupBy(part => WebUtility.UrlDecode(part[0]))
        .ToDictionary(part => part.Key, part => part.First() is [_, var value] ? WebUtility.UrlDecode(value) : "", StringComparer.Ordinal);

    private static PluginHostException NotLoggedIn(Profile profile, string why, string todo) => new($"{profile.Name} is not logged in. {why}{todo}");
}
