namespace PluginHost.Campaigns;

/// <summary>How a post is said on one profile.</summary>
public sealed record Variant
{
    /// <summary>The profile's name, with its at sign.</summary>
    public required string Profile { get; init; }

    /// <summary>What is said there, final.</summary>
    public required string Text { get; init; }

    /// <summary>The language that it is in (BCP 47).</summary>
    /// <value>Empty: the profile's.</value>
    public string Language { get; init; } = "";

    /// <summary>The post that it answers, as the network names it.</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? InReplyTo { get; init; }
}
