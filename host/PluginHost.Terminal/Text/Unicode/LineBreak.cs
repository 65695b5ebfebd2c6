namespace PluginHost.Terminal;

/// <summary>Where a line may end, in the few kinds of UAX #14 that a screen of cells needs.</summary>
internal enum LineBreak
{
    /// <summary>A letter: breaks on neither side.</summary>
    Letter,

    /// <summary>A line may end behind it, and it hangs over the edge.</summary>
    Space,

    /// <summary>A line may end behind it: hyphens, dashes, a space of no width.</summary>
    After,

    /// <summary>A line may end on both sides: ideographs, syllables, emoji.</summary>
    Both,

    /// <summary>Holds on to what follows: opening brackets.</summary>
    Open,

    /// <summary>Holds on to what came before: closing brackets, full stops, small kana.</summary>
    Close,

    /// <summary>Holds on to both sides: spaces that do not break.</summary>
    Glue,

    /// <summary>The line ends here.</summary>
    Must,
}
