namespace PluginHost.Workbench.Rendering;

/// <summary>A place in a text of several lines.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">The char in it, from 0.</param>
public readonly record struct TextPlace(int Line, int Column) : IComparable<TextPlace>
{
    /// <summary>A place by its distance from the beginning.</summary>
    /// <param name="text">The text, its lines ended by <c>\n</c>.</param>
    /// <param name="index">The distance in UTF-16 units, at most the length of the text.</param>
    /// <returns>The place.</returns>
    public static TextPlace In(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new TextPlace(before.Count('\n'), index - before.LastIndexOf('\n') - 1);
    }

    /// <summary>Which of two places comes first.</summary>
    /// <param name="other">The other one.</param>
    public int CompareTo(TextPlace other) => Line == other.Line ? Column.CompareTo(other.Column) : Line.CompareTo(other.Line);

    /// <summary>Whether a place comes before another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(TextPlace left, TextPlace right) => left.CompareTo(right) < 0;

    /// <summary>Whether a place comes after another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(TextPlace left, TextPlace right) => left.CompareTo(right) > 0;

    /// <summary>Whether a place does not come after another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(TextPlace left, TextPlace right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a place does not come before another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(TextPlace left, TextPlace right) => left.CompareTo(right) >= 0;
}
