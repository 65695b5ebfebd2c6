namespace PluginHost.Terminal;

/// <summary>A part of a line with a look of its own.</summary>
/// <param name="Start">The column where it begins.</param>
/// <param name="Length">How many UTF-16 units it takes.</param>
/// <param name="Role">Whose look it has.</param>
public readonly record struct TextSpan(int Start, int Length, string Role)
{
    /// <summary>Attributes over those of the role.</summary>
    public Attributes Attributes { get; init; }

    /// <summary>
    /// Whether it is read as a sentence: in a line of code, the inside of a string or of a comment, without the signs that enclose it. It is put in order
    /// by itself, and does not move what stands around it.
    /// </summary>
    public bool IsSentence { get; init; }

    /// <summary>The column where it ends.</summary>
    public int End => Start + Length;
}
