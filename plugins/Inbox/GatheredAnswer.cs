using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>What somebody has said to a question to many.</summary>
internal sealed record GatheredAnswer
{
    public required long Conversation { get; init; }

    public required string Handle { get; init; }

    public required string Profile { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public static GatheredAnswer Read(IRow row) => new()
    {
        Conversation = row.Integer("conversation"),
        Handle = row.Text("handle"),
        Profile = row.Text("profile"),
        Text = row.Text("text"),
        At = row.Instant("at"),
    };
}
