using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>A plan whose every variant was looked at.</summary>
internal sealed record CheckedPlan
{
    /// <summary>One for each variant, in the order of the plan.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The post that the plan's effect was committed as before.</summary>
    public Committed? Before { get; init; }

    /// <summary>Whether a problem stops the whole post.</summary>
    public bool IsStopped => Problems.Any(problem => problem.Severity == Severity.Error);
}
