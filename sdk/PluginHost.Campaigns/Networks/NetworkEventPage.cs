namespace PluginHost.Campaigns;

/// <summary>What happened, and where to read on.</summary>
public sealed record NetworkEventPage
{
    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<NetworkEvent> Events { get; init => field = [.. value]; }

    /// <summary>Where the next page begins, opaque to all but the network.</summary>
    public required string? Cursor { get; init; }

    /// <summary>
    /// When the next event comes that is decided already, where the network knows, as one whose people are invented does: a rehearsal does not ask before.
    /// Elsewhere it means nothing.
    /// </summary>
    /// <value><see langword="null"/>: the network does not know. <see cref="DateTimeOffset.MaxValue"/>: none is decided.</value>
    public DateTimeOffset? QuietUntil { get; init; }
}
