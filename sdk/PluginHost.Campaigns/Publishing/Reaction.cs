namespace PluginHost.Campaigns;

/// <summary>What somebody did to a post of ours.</summary>
public sealed record Reaction
{
    /// <summary>The place in the stream that it came by; reading goes on after it.</summary>
    public required long Position { get; init; }

    /// <summary>Which of our profiles it was done to.</summary>
    public required string Profile { get; init; }

    /// <summary>What happened.</summary>
    public required NetworkEvent Event { get; init; }
}
