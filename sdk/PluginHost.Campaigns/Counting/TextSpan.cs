namespace PluginHost.Campaigns;

/// <summary>What cannot be cut: a link, a mention, or one character as a reader sees it.</summary>
internal readonly record struct TextSpan
{
    public int Start { get; init; }

    public int End { get; init; }

    /// <summary>Where what counts of it ends: of a mention, the user; else its end.</summary>
    public int CountedEnd { get; init; }

    /// <summary>A link, a mention, or text; whether text is an emoji is for the one to ask who wants to know.</summary>
    public TextPieceKind Kind { get; init; }
}
