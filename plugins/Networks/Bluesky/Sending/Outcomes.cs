using System.Net;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>What an answer to a publishing request means for the post: no more than is certain.</summary>
internal static class Outcomes
{
    public static Sent SentOf(WrittenPost post) => new() { RemoteId = $"{post.Uri}", Link = post.Uri.Link, At = post.At };

    /// <summary>What an answer means that is no success.</summary>
    public static SendResult Of(XrpcAnswer answer, DateTimeOffset now) => answer switch
    {
        { Status: HttpStatusCode.TooManyRequests } => new TryLater { Reason = $"Bluesky asks for patience: {answer.Words}", NotBefore = answer.NotBefore(now), RateLimit = answer.Limit },

        // These two mean: the same again, there. So it was not done here (RFC 9110, 15.4.8 and 15.4.9). The token stays here too.
        { Status: HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect } => new TryLater { Reason = $"{answer.Words}. Nothing was published; see that \"server\" of the profile is the server's own address" },
        { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.RequestTimeout, Error.Length: > 0 } => new RefusedByNetwork { Reason = Advised(answer), RateLimit = answer.Limit },
        _ => new UnknownOutcome { Reason = $"{answer.Words}, which says neither that the post is there nor that it is not", RateLimit = answer.Limit },
    };

    /// <summary>What getting a post ready met: whatever it was, nothing was published.</summary>
    public static StoppedException Stopped(XrpcAnswer answer, string what, DateTimeOffset now) => answer switch
    {
        { Status: HttpStatusCode.TooManyRequests } => StoppedException.Later($"{what}: {answer.Words}", answer.NotBefore(now)),
        { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError, Error.Length: > 0 } or { Status: HttpStatusCode.RequestEntityTooLarge } =>
            StoppedException.Refused($"{what}: {Advised(answer)}"),
        _ => StoppedException.Later($"{what}: {answer.Words}; nothing was published", null),
    };

    private static string Advised(XrpcAnswer answer)
    {
        var isTooLarge = answer.Status == HttpStatusCode.RequestEntityTooLarge
            || answer.Error is "BlobTooLarge" or "PayloadTooLarge"
            || answer.Words.Contains("too large", StringComparison.OrdinalIgnoreCase)
            || answer.Words.Contains("too big", StringComparison.OrdinalIgnoreCase);
        return isTooLarge ? $"{answer.Words}. Servers differ in what they take, older ones pictures up to 1,000,000 bytes; make it smaller" : answer.Words;
    }
}
