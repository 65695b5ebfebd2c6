using System.Globalization;
using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>What an answer to a send means for the post. It says no more than the server did: what may have been published is unknown.</summary>
internal static class Outcomes
{
    public static SendResult Of(Answer answer, Profile profile, DateTimeOffset now) => Judge(answer, profile, now) with { RateLimit = answer.Limit };

    /// <summary>A status of the server as the contract tells it; null where it is none.</summary>
    public static Sent? Sent(JsonElement status) =>
        status.TextOrNull("id") is { } id && status.Instant("created_at") is { } at ? new Sent { RemoteId = id, Link = status.TextOrNull("url"), At = at } : null;

    /// <summary>Whether the server says that the token is not for this.</summary>
    public static bool IsAboutScopes(Answer answer) => answer.Error.Contains("scope", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is told where the server no longer takes the token.</summary>
    public static TryLater LoggedOut(Answer answer, Profile profile) =>
        new() { Reason = $"{answer.Words}; the login is not taken any more. {Connection.LogInAgain(profile)}" };

    /// <summary>What is told where the server asks for patience.</summary>
    public static TryLater TooOften(Answer answer, DateTimeOffset now) => new()
    {
        Reason = answer.NotBefore(now) is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{answer.Words}; it takes more from {at.UtcDateTime:HH:mm:ss} UTC")
            : $"{answer.Words}; it was asked too often",
        NotBefore = answer.NotBefore(now),
    };

    private static SendResult Judge(Answer answer, Profile profile, DateTimeOffset now) => answer switch
    {
        { IsSuccess: true } when answer.Body.TextOrNull("scheduled_at") is not null =>
            new UnknownOutcome { Reason = $"{answer.Server} says that it has put the post off, which nobody asked for. Look there" },
        { IsSuccess: true } when Sent(answer.Body) is { } sent => sent,
        { Status: HttpStatusCode.Unauthorized } => LoggedOut(answer, profile),
        { Status: HttpStatusCode.TooManyRequests } => TooOften(answer, now),
        { Status: HttpStatusCode.Forbidden } when IsAboutScopes(answer) => LoggedOut(answer, profile),
        { Status: HttpStatusCode.UnprocessableEntity } when IsStillProcessing(answer) =>
            new TryLater { Reason = $"{answer.Words}", NotBefore = now + Uploads.Pause },
        { Status: HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect } =>
            new TryLater { Reason = $"{answer.Words}, and nothing was sent there. Where the server has moved, write its address at {profile.Name} in plugins.yaml and log in again" },
        { IsRefusal: true } => new RefusedByNetwork { Reason = answer.Error },
        _ => new UnknownOutcome { Reason = $"{answer.Words}, which says neither that the post is there nor that it is not" },
    };

    // "Cannot attach files that have not finished processing. Try again in a moment!"
    private static bool IsStillProcessing(Answer answer) => answer.Error.Contains("finished processing", StringComparison.OrdinalIgnoreCase);
}
