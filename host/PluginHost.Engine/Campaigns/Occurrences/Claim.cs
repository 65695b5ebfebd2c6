using PluginHost.Engine.Scripting;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>An occurrence that this process has taken, to run it in a child of its own.</summary>
internal sealed record Claim
{
    public required OccurrenceName Name { get; init; }

    /// <summary>Who has taken it: the child takes it over from there.</summary>
    public required string Owner { get; init; }

    /// <summary>How to go on where the script was changed.</summary>
    public Resumption Resumption { get; init; }
}
