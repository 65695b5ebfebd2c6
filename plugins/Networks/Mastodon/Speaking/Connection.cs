using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>The way to a profile's server: addresses, tokens, answers. It repeats nothing; that questions are repeated where they fail is the host's business.</summary>
internal sealed class Connection(IHost host, Sessions sessions)
{
    public Sessions Sessions => sessions;

    /// <summary>Asks in the profile's name, and takes nothing but a success for an answer.</summary>
    /// <param name="what">What for, as a sentence goes on: <c>its notifications</c>.</param>
    /// <exception cref="PluginHostException">It is not logged in, or the server could not be asked, or did not say.</exception>
    public async Task<Answer> AskAsync(Profile profile, string path, string what, CancellationToken cancel)
    {
        var answer = await TryAskAsync(profile, path, what, cancel);
        return answer.IsSuccess && answer.Body.ValueKind != System.Text.Json.JsonValueKind.Undefined ? answer : throw Trouble(profile, answer, what);
    }

    /// <summary>Asks in the profile's name, for whom a refusal is an answer too.</summary>
    /// <exception cref="PluginHostException">It is not logged in, or the server could not be asked.</exception>
    public async Task<Answer> TryAskAsync(Profile profile, string path, string what, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        return await SendForAsync(profile, request, what, cancel);
    }

    /// <summary>Has the server do something in the profile's name, once.</summary>
    /// <exception cref="PluginHostException">It is not logged in, or no answer came.</exception>
    public async Task<Answer> DoAsync(Profile profile, string path, IEnumerable<KeyValuePair<string, string>> form, string what, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) };
        return await SendForAsync(profile, request, what, cancel);
    }

    /// <summary>Sends a request as it is.</summary>
    /// <param name="request">The request, with the path for an address.</param>
    /// <param name="token">Who asks; null: nobody.</param>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task<Answer> SendAsync(Profile profile, HttpRequestMessage request, string? token, CancellationToken cancel) =>
        await SendAsync(profile, request, token, new HttpAccount { Name = profile.Name }, cancel);

    /// <summary>Sends a request for an account of its own, with a patience of its own.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task<Answer> SendAsync(Profile profile, HttpRequestMessage request, string? token, HttpAccount account, CancellationToken cancel)
    {
        var server = ServerAddress.Of(profile);
        request.RequestUri = new Uri(server, request.RequestUri!.OriginalString);

        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var response = await host.Http.For(account).SendAsync(request, cancel);
        return await ReadAsync(response, server, cancel);
    }

    /// <summary>What is told where a server has not done or said what it should.</summary>
    public PluginHostException Trouble(Profile profile, Answer answer, string what)
    {
        var todo = answer switch
        {
            { Status: HttpStatusCode.Unauthorized } => LogInAgain(profile),
            { Status: HttpStatusCode.TooManyRequests } when answer.NotBefore(host.Clock.GetUtcNow()) is { } at =>
                string.Create(CultureInfo.InvariantCulture, $"It may be asked again from {at.UtcDateTime:HH:mm:ss} UTC."),
            { Status: HttpStatusCode.Forbidden } when Outcomes.IsAboutScopes(answer) => LogInAgain(profile),
            { IsRedirect: true } => $"Where the server has moved, write its address at {profile.Name} in plugins.yaml and log in again.",
            { Status: >= HttpStatusCode.InternalServerError } => "It is the server's own trouble; try again later.",
            _ => $"Look whether {answer.Server} is the right server, and whether it says the same in a browser.",
        };
        return new PluginHostException($"{profile.Name}: {what} could not be had. {answer.Words}. {todo}");
    }

    public static string LogInAgain(Profile profile) => $"Log in again: pluginhost profiles login {profile.Name}";

    private async Task<Answer> SendForAsync(Profile profile, HttpRequestMessage request, string what, CancellationToken cancel)
    {
        var session = await sessions.RequireAsync(profile, cancel);
        Answer answer;
        try
        {
            answer = await SendAsync(profile, request, session.Token, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new PluginHostException($"{profile.Name}: {what} could not be had. {NoAnswer.Words(error, ServerAddress.Of(profile))}", error);
        }

        if (answer.Status == HttpStatusCode.Unauthorized)
            sessions.Doubt(profile);

        return answer;
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response, Uri server, CancellationToken cancel)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers.Concat(response.Content.Headers))
            headers[header.Key] = string.Join(", ", header.Value);

        var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
        return new Answer { Status = response.StatusCode, Headers = headers, Body = Json.Parse(bytes), Server = server.Authority };
    }
}
