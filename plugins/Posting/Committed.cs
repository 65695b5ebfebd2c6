namespace PluginHost.Posting;

/// <summary>A plan in the outbox: committed now, or before under the same effect.</summary>
internal sealed record Committed
{
    public required long Post { get; init; }

    /// <summary>The targets in the order of the plan, as they were when it was committed or found.</summary>
    public required IReadOnlyList<OutboxTarget> Targets { get; init; }

    /// <summary>Whether it was committed now.</summary>
    public required bool IsNew { get; init; }

    /// <summary>The hash of all that it says; empty where nobody will ever compare it.</summary>
    public string BodyHash { get; init; } = "";
}
