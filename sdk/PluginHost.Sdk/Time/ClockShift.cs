namespace PluginHost.Sdk;

/// <summary>What the clocks of a zone do to a wall time.</summary>
public enum ClockShift
{
    /// <summary>Nothing: it comes once.</summary>
    None,

    /// <summary>They skip it, as in the night in which summer time begins: it is due right after the gap.</summary>
    Skipped,

    /// <summary>They show it twice, as in the night in which summer time ends: the first is meant.</summary>
    Twice,
}
