using PluginHost.Engine.Scripting;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>It is noted, and comes after another: whoever serves begins it then.</summary>
public sealed record TurnQueued : Turn
{
    public required OccurrenceName Name { get; init; }

    /// <summary>The one that goes before it.</summary>
    public required KnownOccurrence Behind { get; init; }
}
