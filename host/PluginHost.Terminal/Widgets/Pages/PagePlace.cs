namespace PluginHost.Terminal;

/// <summary>A place in the text of a page.</summary>
/// <param name="Line">The logical line.</param>
/// <param name="Index">The place in its text.</param>
internal readonly record struct PagePlace(int Line, int Index) : IComparable<PagePlace>
{
    public static bool operator <(PagePlace left, PagePlace right) => left.CompareTo(right) < 0;

    public static bool operator >(PagePlace left, PagePlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(PagePlace left, PagePlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PagePlace left, PagePlace right) => left.CompareTo(right) >= 0;

    public int CompareTo(PagePlace other) => Line == other.Line ? Index.CompareTo(other.Index) : Line.CompareTo(other.Line);
}
