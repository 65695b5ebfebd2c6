using PluginHost.Sdk;

namespace PluginHost.Giveaways.Rules;

/// <summary>What somebody did to what we have said.</summary>
internal sealed record Answer
{
    public const string Reply = "reply";
    public const string Repost = "repost";

    public required string Profile { get; init; }

    /// <summary>The step of what was answered: <c>announce</c>, <c>tell:1:1</c>.</summary>
    public required string Saying { get; init; }

    public required string Kind { get; init; }

    public required string Handle { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    public required string? RemoteId { get; init; }

    public static Answer Read(IRow row) => new()
    {
        Profile = row.Text("profile"),
        Saying = row.Text("saying"),
        Kind = row.Text("kind"),
        Handle = row.Text("handle"),
        At = row.Instant("at"),
        Text = row.Text("text"),
        RemoteId = row.TextOrNull("remote_id"),
    };
}
