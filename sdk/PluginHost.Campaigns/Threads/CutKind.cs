namespace PluginHost.Campaigns;

/// <summary>How well a text may be cut at a place, the best last.</summary>
internal enum CutKind
{
    /// <summary>Between two characters of a word.</summary>
    Character,

    /// <summary>Between two words.</summary>
    Word,

    /// <summary>After a sentence, or at the end of a line.</summary>
    Sentence,

    /// <summary>At a blank line.</summary>
    Paragraph,
}
