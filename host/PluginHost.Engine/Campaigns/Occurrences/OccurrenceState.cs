namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>How far an occurrence is.</summary>
public enum OccurrenceState
{
    /// <summary>It is due, and nobody has begun it.</summary>
    Planned,

    /// <summary>A process works on it.</summary>
    Running,

    /// <summary>Its process is gone; the next that serves goes on with it.</summary>
    Interrupted,

    /// <summary>It stopped on its way, and a person has to say how to go on.</summary>
    Waiting,

    /// <summary>It came to its end.</summary>
    Done,

    /// <summary>It failed before it had done anything.</summary>
    Failed,

    /// <summary>Somebody gave it up.</summary>
    Abandoned,

    /// <summary>It was left out: it was missed, or another was still going.</summary>
    Skipped,
}
