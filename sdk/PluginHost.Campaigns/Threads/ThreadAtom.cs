namespace PluginHost.Campaigns;

/// <summary>A stretch of text that is never cut: a link, a mention, a character.</summary>
internal readonly record struct ThreadAtom
{
    public int Start { get; init; }

    public int End { get; init; }

    /// <summary>Whether nothing of it is to be seen.</summary>
    public bool IsSpace { get; init; }

    /// <summary>How well the text may be cut before it.</summary>
    public CutKind Before { get; init; }
}
