using System.Net;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

/// <summary>Who speaks in the tests, and what they say.</summary>
internal static class Town
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly Profile Slocombe = new() { Name = "@slocombe", Network = "mastodon", Handle = "slocombe@mastodon.example", Language = "en" };

    public static Outgoing Post(string text) => new() { Profile = Slocombe, Text = text, Language = "en", PlannedAt = Noon };

    public static SendKey Key(string value) => new() { Value = value, Attempt = 1 };

    public static OutgoingMedium Picture(string name) => new() { Name = name, ContentType = "image/png", Alt = "A chart", Bytes = Encoding.UTF8.GetBytes($"bytes of {name}") };

    public static Answer Answer(int status, string body, params (string Name, string Value)[] headers) => new()
    {
        Status = (HttpStatusCode)status,
        Body = Json.Parse(body),
        Headers = headers.Append(("Content-Type", body.StartsWith('<') ? "text/html" : "application/json"))
            .ToDictionary(header => header.Item1, header => header.Item2, StringComparer.OrdinalIgnoreCase),
        Server = "mastodon.example",
    };
}
