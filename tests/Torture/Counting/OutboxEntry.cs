namespace PluginHost.Torture.Counting;

/// <summary>What the outbox says of a post.</summary>
internal sealed record OutboxEntry
{
    public required string Profile { get; init; }

    public required string Text { get; init; }

    public required string State { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Whether it is a part of a thread that waits for one of which nobody knows, or which was refused.</summary>
    public bool IsHeldBack => State == "scheduled" && Reason.Contains("and it waits for it", StringComparison.Ordinal);

    /// <summary>Whether anything is still to happen to it without a person.</summary>
    public bool IsOpen => State is "leased" or "sending" || (State == "scheduled" && !IsHeldBack);
}
