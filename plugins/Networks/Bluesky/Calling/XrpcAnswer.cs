using System.Globalization;
using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>What a server said (atproto.com/specs/xrpc).</summary>
internal sealed record XrpcAnswer
{
    // Posts cost points, and so do likes; the limit that is told is that of requests where its window is shorter than an hour.
    private const int PointsOfPost = 3;
    private static readonly TimeSpan PointsWindow = TimeSpan.FromHours(1);

    public required HttpStatusCode Status { get; init; }

    /// <summary>The body; undefined where it is no JSON.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>The headers, by name in any case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Who answered, as a person knows it.</summary>
    public required string Server { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300 && Body.ValueKind == JsonValueKind.Object;

    /// <summary>The error's name, <c>InvalidRequest</c>; empty where the answer is not of this protocol.</summary>
    public string Error => (int)Status >= 400 ? Json.Text(Body, "error") : "";

    /// <summary>Whether the token is no longer taken. What it came with was not done.</summary>
    public bool HasExpired => Error is "ExpiredToken" or "InvalidToken" || (Status == HttpStatusCode.Unauthorized && Error is "AuthMissing" or "AuthenticationRequired" or "");

    public bool IsMissing => Error == "RecordNotFound" || (Error == "InvalidRequest" && Json.Text(Body, "message").StartsWith("Could not locate record", StringComparison.Ordinal));

    /// <summary>What it said, for a person.</summary>
    public string Words
    {
        get
        {
            var message = Json.Text(Body, "message");
            var said = (Error, message) switch
            {
                ({ Length: > 0 } error, { Length: > 0 }) when error is not "InvalidRequest" => $"{error}: {message}",
                (_, { Length: > 0 }) => message,
                ({ Length: > 0 } error, _) => error,
                _ => (int)Status is >= 300 and < 400 ? $"it leads to {Headers.GetValueOrDefault("Location", "another address")}, which is not followed"
                    : Body.ValueKind == JsonValueKind.Undefined ? "with no JSON"
                    : "without a word why",
            };
            return string.Create(CultureInfo.InvariantCulture, $"{Server} answered {(int)Status}, {said}");
        }
    }

    /// <summary>When the server's clock says that it answered.</summary>
    public DateTimeOffset? Date =>
        DateTimeOffset.TryParse(Headers.GetValueOrDefault("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    /// <summary>How much may still be sent; null where the answer does not say.</summary>
    public RateLimit? Limit => Number("RateLimit-Remaining") is { } left && ResetsAt is { } resets
        ? new RateLimit { Remaining = (int)Math.Min(int.MaxValue, CountsPoints ? left / PointsOfPost : left), ResetsAt = resets }
        : null;

    private DateTimeOffset? ResetsAt => Number("RateLimit-Reset") is { } seconds && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    // "5000;w=3600"
    private bool CountsPoints
    {
        get
        {
            var policy = Headers.GetValueOrDefault("RateLimit-Policy", "");
            var at = policy.IndexOf("w=", StringComparison.Ordinal);
            return at >= 0 && int.TryParse(policy.AsSpan(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var window) && window >= PointsWindow.TotalSeconds;
        }
    }

    /// <summary>When to ask again, of an answer that asks for patience.</summary>
    /// <param name="now">What the clock says, which waiting times are counted from.</param>
    public DateTimeOffset? NotBefore(DateTimeOffset now)
    {
        var after = Headers.GetValueOrDefault("Retry-After");
        if (int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return now.AddSeconds(seconds);

        return DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : ResetsAt;
    }

    private long? Number(string header) =>
        long.TryParse(Headers.GetValueOrDefault(header), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
