namespace PluginHost.Campaigns;

/// <summary>What some say, or, without names, what everybody says who has no words of their own.</summary>
internal sealed class WrittenSection
{
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What goes with it besides.</summary>
    public PostExtras Extras { get; init; } = PostExtras.None;

    /// <summary>The parts of a thread; one at least.</summary>
    public required IReadOnlyList<WrittenPart> Parts { get; init; }
}
