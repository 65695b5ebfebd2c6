namespace PluginHost.Posting;

/// <summary>What came of noting that a network has a target.</summary>
internal sealed record Adoption
{
    /// <summary>The target is sent now. Where neither this nor the other holds, somebody else has moved it.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>What was found is another target of the same profile.</summary>
    public bool IsTaken { get; init; }
}
