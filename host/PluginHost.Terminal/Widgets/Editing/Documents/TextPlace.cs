namespace PluginHost.Terminal;

/// <summary>A place in a document: before a character, or behind the last one of a line.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">How many UTF-16 units of the line stand before it.</param>
public readonly record struct TextPlace(int Line, int Column) : IComparable<TextPlace>
{
    /// <summary>Whether one stands before another.</summary>
    public static bool operator <(TextPlace left, TextPlace right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands behind another.</summary>
    public static bool operator >(TextPlace left, TextPlace right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not stand behind another.</summary>
    public static bool operator <=(TextPlace left, TextPlace right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not stand before another.</summary>
    public static bool operator >=(TextPlace left, TextPlace right) => left.CompareTo(right) >= 0;

    /// <summary>The one that stands first.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">Another.</param>
    public static TextPlace Min(TextPlace one, TextPlace other) => one < other ? one : other;

    /// <summary>The one that stands last.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">Another.</param>
    public static TextPlace Max(TextPlace one, TextPlace other) => one > other ? one : other;

    /// <inheritdoc/>
    public int CompareTo(TextPlace other) => Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);
}
