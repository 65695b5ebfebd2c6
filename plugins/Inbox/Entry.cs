using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>What somebody here, or the inbox itself, did about a conversation.</summary>
internal sealed record Entry
{
    public required long Conversation { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>note, assigned, returned, snoozed, back, closed, reopened or label.</summary>
    public required string Kind { get; init; }

    public required string By { get; init; }

    public required string Text { get; init; }

    public static Entry Read(IRow row) => new()
    {
        Conversation = row.Integer("conversation"),
        At = row.Instant("at"),
        Kind = row.Text("kind"),
        By = row.Text("by_whom"),
        Text = row.Text("text"),
    };

    /// <summary>The entry in words.</summary>
    public override string ToString() => Kind switch
    {
        "note" => $"{By} notes: {Text}",
        "assigned" => Text.Length > 0 ? $"{By} gives it to {Text}" : $"{By} gives it back to all",
        "returned" => $"it comes back from {Text}, who has not answered",
        "snoozed" => $"{By} puts it off until {Text}",
        "back" => "it waits again: its time has come",
        "closed" => Text.Length > 0 ? $"{By} closes it: {Text}" : $"{By} closes it",
        "reopened" => "they have said something new: it is open again",
        "label" => $"{By} labels it {Text}",
        _ => $"{By}: {Kind} {Text}",
    };
}
