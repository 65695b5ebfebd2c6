namespace PluginHost.Sdk;

/// <summary>A page of a source.</summary>
public sealed record StreamPage
{
    /// <summary>The items, oldest first.</summary>
    public required IReadOnlyList<StreamItem> Items { get; init => field = [.. value]; }

    /// <summary>Where the next page begins, opaque to all but the source.</summary>
    public required string? Cursor { get; init; }

    /// <summary>What is missing before this page, where the source knows: <c>events from 09:00 to 11:30 are lost</c>.</summary>
    /// <value>Empty: nothing is known to be missing.</value>
    public string Gap { get; init; } = "";

    /// <summary>
    /// When there will be something to tell, where the source knows: in a rehearsal it is not asked before, unless one of ours says or does something on a network
    /// meanwhile. Elsewhere it means nothing.
    /// </summary>
    /// <value><see langword="null"/>: the source does not know. <see cref="DateTimeOffset.MaxValue"/>: nothing will come of itself.</value>
    public DateTimeOffset? QuietUntil { get; init; }
}
