namespace PluginHost.Campaigns;

/// <summary>How a post is said on one profile.</summary>
public sealed record Variant
{
    /// <summary>The profile's name, with its at sign.</summary>
    public required string Profile { get; init; }

    /// <summary>What is said there, final; the first part of it, where it is a thread.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of a thread after the first, each an answer to the one before.</summary>
    /// <value>Empty: it is one post.</value>
    public IReadOnlyList<string> More { get; init => field = [.. value]; } = [];

    /// <summary>Pictures and films, in the order in which they are shown.</summary>
    /// <value>Empty: none.</value>
    public IReadOnlyList<Medium> Media { get; init => field = [.. value]; } = [];

    /// <summary>What goes with it besides.</summary>
    /// <value><see cref="PostExtras.None"/>.</value>
    public PostExtras Extras { get; init; } = PostExtras.None;

    /// <summary>The language that it is in (BCP 47).</summary>
    /// <value>Empty: the profile's.</value>
    public string Language { get; init; } = "";

    /// <summary>The post that it answers, as the network names it.</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? InReplyTo { get; init; }
}
