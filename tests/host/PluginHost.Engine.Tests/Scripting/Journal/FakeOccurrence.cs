namespace PluginHost.Engine.Scripting;

/// <summary>An occurrence in memory.</summary>
internal sealed class FakeOccurrence
{
    public required OccurrencePlan Plan { get; set; }

    public required Occurrence Occurrence { get; init; }

    public required bool HasActed { get; set; }

    public bool IsAlive { get; set; } = true;

    public OccurrenceEnd? End { get; set; }

    public int Renewals { get; set; }

    public List<JournalEntry> Entries { get; } = [];

    /// <summary>The entries in one line each.</summary>
    public IEnumerable<string> Lines => Entries.Select(entry => $"{entry.Seq} {entry.Kind} {entry.Step} = {entry.Result}");

    public InterruptedRun ToRun() => new()
    {
        Occurrence = Occurrence,
        Program = Plan.Program,
        HasActed = HasActed,
        Owner = "",
        Entries = [.. Entries],
    };
}
