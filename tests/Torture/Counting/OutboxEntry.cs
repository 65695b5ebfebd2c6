namespace PluginHost.Torture.Counting;

/// <summary>What the outbox says of a post.</summary>
internal sealed record OutboxEntry
{
    public required string Profile { get; init; }

    public required string Text { get; init; }

    public required string State { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Whether anything is still to happen to it without a person.</summary>
    public bool IsOpen => State is "scheduled" or "leased" or "sending";
}
