namespace PluginHost.Campaigns;

/// <summary>A part of a thread that is still to go out.</summary>
public sealed record OutgoingPart
{
    /// <summary>What it says. What it answers is not known yet: the part before it.</summary>
    public required Outgoing Post { get; init; }

    /// <summary>Names its send, for this attempt and for one of its own.</summary>
    public required SendKey Key { get; init; }
}
