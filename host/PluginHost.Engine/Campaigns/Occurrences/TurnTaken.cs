using PluginHost.Engine.Scripting;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>It may run now.</summary>
public sealed record TurnTaken : Turn
{
    public required OccurrenceName Name { get; init; }

    /// <summary>The claim, where this process is to run it; null: whoever serves does.</summary>
    internal Claim? Claim { get; init; }
}
