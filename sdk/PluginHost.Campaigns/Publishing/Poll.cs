namespace PluginHost.Campaigns;

/// <summary>A question with answers to choose from.</summary>
public sealed record Poll
{
    /// <summary>What can be chosen, in this order.</summary>
    public required IReadOnlyList<string> Options { get; init => field = [.. value]; }

    /// <summary>How long it is open, from when it is published.</summary>
    public required TimeSpan Lasts { get; init; }

    /// <summary>Whether more than one may be chosen.</summary>
    /// <value><see langword="false"/>.</value>
    public bool IsMultiple { get; init; }
}
