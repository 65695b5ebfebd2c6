namespace PluginHost.Campaigns;

/// <summary>What a network takes besides words and pictures (<see cref="PostExtras"/>).</summary>
public sealed record ExtraRules
{
    /// <summary>Whether it takes a content warning.</summary>
    /// <value><see langword="false"/>.</value>
    public bool Warnings { get; init; }

    /// <summary>Whether a post may quote another.</summary>
    /// <value><see langword="false"/>.</value>
    public bool Quotes { get; init; }

    /// <summary>Whether it takes a link card, or makes one of a link by itself.</summary>
    /// <value><see langword="false"/>.</value>
    public bool Cards { get; init; }

    /// <summary>For whom a post may be meant, besides everybody.</summary>
    /// <value>Empty: everybody alone.</value>
    public IReadOnlyList<PostVisibility> Visibilities { get; init => field = [.. value]; } = [];

    /// <summary>How it takes polls.</summary>
    /// <value><see langword="null"/>: it takes none.</value>
    public PollRules? Polls { get; init; }
}
