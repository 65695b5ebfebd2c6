namespace PluginHost.Engine.Campaigns.Schedules;

/// <summary>What the clocks did to a wall time.</summary>
public enum ClockShift
{
    /// <summary>Nothing: it comes once.</summary>
    None,

    /// <summary>They skip it: it is due right after the gap.</summary>
    Skipped,

    /// <summary>They show it twice: the first is meant.</summary>
    Twice,
}
