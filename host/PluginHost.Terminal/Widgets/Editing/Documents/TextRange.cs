namespace PluginHost.Terminal;

/// <summary>A part of a document.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends: not before <paramref name="Start"/>.</param>
public readonly record struct TextRange(TextPlace Start, TextPlace End)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>Makes one of two places in any order.</summary>
    /// <param name="one">One end.</param>
    /// <param name="other">The other.</param>
    public static TextRange Between(TextPlace one, TextPlace other) => new(TextPlace.Min(one, other), TextPlace.Max(one, other));

    /// <summary>Makes one within a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">The column where it begins.</param>
    /// <param name="end">The column where it ends.</param>
    public static TextRange InLine(int line, int start, int end) => new(new TextPlace(line, start), new TextPlace(line, end));

    /// <summary>Whether a place lies in it or at one of its ends.</summary>
    /// <param name="place">The place.</param>
    public bool Touches(TextPlace place) => place >= Start && place <= End;
}
