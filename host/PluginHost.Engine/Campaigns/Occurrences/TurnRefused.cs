namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>Nothing was done.</summary>
public sealed record TurnRefused : Turn
{
    public required TurnRefusal Why { get; init; }

    /// <summary>The occurrences that stand in the way, or of which one has to be chosen; the oldest first.</summary>
    public IReadOnlyList<KnownOccurrence> Occurrences { get; init; } = [];
}
