namespace PluginHost.Engine.Scripting;

/// <summary>What looking for an interrupted run came to: where this run writes, and what it is given first.</summary>
internal sealed record JournalOpened
{
    public required JournalBook Book { get; init; }

    /// <summary>Null where the run is a new one.</summary>
    public JournalReplay? Replay { get; init; }
}
