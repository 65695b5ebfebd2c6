namespace PluginHost.Campaigns;

/// <summary>A text as a network shows it, with its links beside it.</summary>
public sealed record ShownText
{
    /// <summary>What is to be seen.</summary>
    public required string Text { get; init; }

    /// <summary>The links in it, in their order.</summary>
    public required IReadOnlyList<ShownLink> Links { get; init => field = [.. value]; }
}
