namespace PluginHost.Campaigns;

/// <summary>What was said, and where to read on.</summary>
public sealed record PublicPostPage
{
    /// <summary>What was said, oldest first.</summary>
    public required IReadOnlyList<PublicPost> Posts { get; init => field = [.. value]; }

    /// <summary>Where the next page begins, opaque to all but the network.</summary>
    public required string? Cursor { get; init; }

    /// <summary>What is missing before this page, where the network knows.</summary>
    /// <value>Empty: nothing is known to be missing.</value>
    public string Gap { get; init; } = "";

    /// <summary>
    /// When the next post comes that is decided already, where the network knows, as one whose people are invented does: a rehearsal does not ask before.
    /// Elsewhere it means nothing.
    /// </summary>
    /// <value><see langword="null"/>: the network does not know. <see cref="DateTimeOffset.MaxValue"/>: none is decided.</value>
    public DateTimeOffset? QuietUntil { get; init; }
}
