using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Speaks with a server about logins: registers this program, takes tokens, gives them back.</summary>
internal sealed class Registrar(IHost host, Connection connection)
{
    /// <summary>This program as the server knows it: as it was registered before, else registered now.</summary>
    /// <exception cref="PluginHostException">The server did not register it.</exception>
    public async Task<Application> RegisterAsync(Profile profile, string redirect, CancellationToken cancel)
    {
        // A page on this machine has another port each time, and most servers take none but the one that was registered.
        var isKept = redirect == Application.OutOfBand;
        if (isKept && await host.Secrets.ReadAsync(NameOf(profile), cancel) is { } kept && Application.Read(kept, redirect) is { } known)
            return known;

        var answer = await SendAsync(
            profile,
            "/api/v1/apps",
            [new("client_name", "PluginHost"), new("redirect_uris", redirect), new("scopes", Application.Scopes)],
            "register this program",
            cancel);
        if (!answer.IsSuccess || Application.Read(answer.Body, redirect) is not { } application)
            throw Refused(profile, "register this program", answer, "Look whether it is the right server, and whether it takes programs.");

        if (isKept)
            await host.Secrets.WriteAsync(NameOf(profile), application.ToSecret(), cancel);

        return application;
    }

    /// <summary>Takes a token for a code.</summary>
    /// <exception cref="PluginHostException">The server gave none.</exception>
    public async Task<(string Token, string Scopes)> TakeTokenAsync(Profile profile, Application application, Proof proof, string code, string scopes, CancellationToken cancel)
    {
        var answer = await SendAsync(
            profile,
            "/oauth/token",
            [
                new("grant_type", "authorization_code"), new("client_id", application.Id), new("client_secret", application.Secret), new("redirect_uri", application.Redirect),
                new("code", code), new("code_verifier", proof.Verifier), new("scope", scopes),
            ],
            "take the code",
            cancel);
        if (answer.IsSuccess && answer.Body.TextOrNull("access_token") is { } token)
            return (token, answer.Body.TextOrNull("scope") ?? scopes);

        // What the server has forgotten is registered anew the next time.
        if (answer.Body.Text("error") is "invalid_client" or "unauthorized_client")
            await host.Secrets.ForgetAsync(NameOf(profile), cancel);

        throw Refused(profile, "take the code", answer, "It may be mistyped, or older than some minutes. Log in again and take the newest one.");
    }

    /// <summary>Has the server forget a token.</summary>
    /// <returns>What went wrong; null where it is forgotten.</returns>
    public async Task<string?> RevokeAsync(Profile profile, string token, string clientId, string clientSecret, CancellationToken cancel)
    {
        try
        {
            var answer = await SendAsync(
                profile, "/oauth/revoke", [new("client_id", clientId), new("client_secret", clientSecret), new("token", token)], "forget the token", cancel);
            return answer.IsSuccess ? null : answer.Words;
        }
        catch (PluginHostException error)
        {
            return error.Message;
        }
    }

    private async Task<Answer> SendAsync(Profile profile, string path, IReadOnlyList<KeyValuePair<string, string>> form, string what, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) };
        try
        {
            return await connection.SendAsync(profile, request, null, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new PluginHostException($"{profile.Name} is not logged in: its server was to {what}. {NoAnswer.Words(error, ServerAddress.Of(profile))}", error);
        }
    }

    private PluginHostException Refused(Profile profile, string what, Answer answer, string todo) => answer switch
    {
        { Status: System.Net.HttpStatusCode.TooManyRequests } when answer.NotBefore(host.Clock.GetUtcNow()) is { } at =>
            new(string.Create(CultureInfo.InvariantCulture, $"{profile.Name} is not logged in: its server was asked too often. Log in again from {at.UtcDateTime:HH:mm:ss} UTC.")),
        _ => new($"{profile.Name} is not logged in: its server did not {what}. {answer.Words}. {todo}"),
    };

    private static string NameOf(Profile profile) => $"app/{ServerAddress.Of(profile).Authority}";
}
