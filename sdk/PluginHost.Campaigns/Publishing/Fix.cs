namespace PluginHost.Campaigns;

/// <summary>What would mend a problem, ready to be done.</summary>
public sealed record Fix
{
    /// <summary>What it does: <c>Leave the second cashtag out</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What stands in the problem's range afterwards; empty removes it.</summary>
    public required string Replacement { get; init; }
}
