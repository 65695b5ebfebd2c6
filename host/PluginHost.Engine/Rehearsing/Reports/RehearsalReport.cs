using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>What came of a rehearsal. It says nothing of the machine or the hour in which it was made: the same seed gives the same report.</summary>
public sealed record RehearsalReport
{
    /// <summary>The script, by its path in the workspace.</summary>
    public required string Script { get; init; }

    /// <summary>The workspace's name.</summary>
    public required string Workspace { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required string Seed { get; init; }

    /// <summary>What the rehearsal began with, in a sentence.</summary>
    public required string Store { get; init; }

    public required IReadOnlyList<RehearsedRun> Runs { get; init; }

    /// <summary>What left, in the order of time.</summary>
    public required IReadOnlyList<RehearsedPost> Timeline { get; init; }

    public required IReadOnlyList<RehearsalProblem> Problems { get; init; }

    /// <summary>A count for each profile, in the order of <c>plugins.yaml</c>.</summary>
    public required IReadOnlyList<ProfileCount> Counts { get; init; }

    public required IReadOnlyList<RehearsedMailing> Mails { get; init; }

    /// <summary>The files of the workspace that would have been written.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The files that the runs depend on, by their path in the workspace, each with its SHA-256.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>What a plan is made of.</summary>
    public required IReadOnlyList<PlannedPost> Planned { get; init; }

    /// <summary>Whether every run ended as it should, nothing went out another way, and all expectations held.</summary>
    public bool IsGood => Runs.All(run => run.IsGood && run.Expectations.All(expectation => expectation.Held))
        && Problems.All(problem => problem.Severity != Severity.Error);
}
