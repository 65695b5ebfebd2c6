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
}
