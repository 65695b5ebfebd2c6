namespace PluginHost.Campaigns;

/// <summary>How a network takes polls.</summary>
public sealed record PollRules
{
    /// <summary>How many options a poll may have.</summary>
    public required int MostOptions { get; init; }

    /// <summary>How many characters an option may have, as a reader sees them.</summary>
    public required int OptionLimit { get; init; }

    /// <summary>How short it may be open.</summary>
    public required TimeSpan Shortest { get; init; }

    /// <summary>How long it may be open.</summary>
    public required TimeSpan Longest { get; init; }

    /// <summary>Whether pictures may go with it.</summary>
    /// <value><see langword="false"/>.</value>
    public bool WithMedia { get; init; }
}
