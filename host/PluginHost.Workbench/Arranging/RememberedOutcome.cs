namespace PluginHost.Workbench.Arranging;

/// <summary>What a script came to that was run from the workbench.</summary>
internal sealed record RememberedOutcome
{
    public required string Script { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What it came to, with its sign.</summary>
    public required string Outcome { get; init; }
}
