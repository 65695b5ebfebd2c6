namespace PluginHost.Torture.Counting;

/// <summary>A post that the outbox has taken, on one profile. Its text is like no other's.</summary>
internal sealed record PlannedPost
{
    public required string Profile { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }
}
