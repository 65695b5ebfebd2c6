using System.Globalization;
using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>What a server said.</summary>
internal sealed record Answer
{
    public required HttpStatusCode Status { get; init; }

    /// <summary>The body; undefined where it is no JSON, or half of it.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>The headers, by name in any case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Who said it.</summary>
    public required string Server { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsRedirect => (int)Status is >= 300 and < 400;

    /// <summary>Whether the server has said no, for certain: in words of its own, with a status that means so.</summary>
    public bool IsRefusal => Error.Length > 0
        && Status is (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone
            or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity);

    /// <summary>What is wrong, in the server's own words; empty where it has none.</summary>
    public string Error => Body.TextOrNull("error_description") ?? Body.Text("error");

    /// <summary>What it said, in a sentence's end: <c>mastodon.example answered 503 with a page for people</c>.</summary>
    public string Words => this switch
    {
        { Error: { Length: > 0 } error } => string.Create(CultureInfo.InvariantCulture, $"{Server} answered {(int)Status}: {error}"),
        { IsRedirect: true } => string.Create(CultureInfo.InvariantCulture, $"{Server} answered {(int)Status} and leads to {Headers.GetValueOrDefault("Location", "nowhere")}"),
        { Body.ValueKind: JsonValueKind.Undefined } when Headers.GetValueOrDefault("Content-Type", "").Contains("html", StringComparison.OrdinalIgnoreCase) =>
            string.Create(CultureInfo.InvariantCulture, $"{Server} answered {(int)Status} with a page for people, not with what a Mastodon server says"),
        { Body.ValueKind: JsonValueKind.Undefined } => string.Create(CultureInfo.InvariantCulture, $"{Server} answered {(int)Status} with nothing that can be read"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Server} answered {(int)Status}"),
    };

    /// <summary>How much is left; null where the answer does not say. Mastodon's reset is an instant.</summary>
    public RateLimit? Limit =>
        int.TryParse(Headers.GetValueOrDefault("X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var left) && Reset is { } reset
            ? new RateLimit { Remaining = left, ResetsAt = reset }
            : null;

    /// <summary>When the server's clock says that it answered.</summary>
    public DateTimeOffset? Date => Headers.TryGetValue("Date", out var date) ? Json.Instant(date) : null;

    private DateTimeOffset? Reset => Headers.GetValueOrDefault("X-RateLimit-Reset") switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) =>
            seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        var text => Json.Instant(text),
    };

    /// <summary>When to ask again, as the server says; null where it does not.</summary>
    public DateTimeOffset? NotBefore(DateTimeOffset now)
    {
        if (!Headers.TryGetValue("Retry-After", out var after))
            return Reset;

        return int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? now.AddSeconds(seconds) : Json.Instant(after) ?? Reset;
    }
}
