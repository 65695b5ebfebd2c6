namespace PluginHost.Campaigns;

/// <summary>What happened, and where to read on.</summary>
public sealed record NetworkEventPage
{
    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<NetworkEvent> Events { get; init => field = [.. value]; }

    /// <summary>Where the next page begins, opaque to all but the network.</summary>
    public required string? Cursor { get; init; }
}
