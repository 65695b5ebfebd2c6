namespace PluginHost.Terminal;

/// <summary>A row of a line, or a part of one.</summary>
/// <param name="Line">What it shows. Places in it count from <paramref name="Offset"/>.</param>
/// <param name="Offset">Where its places count from in the line of the document.</param>
/// <param name="X">Its left end, from the edge where the row begins: from the right edge, and so below 0, where it runs from right to left.</param>
internal readonly record struct Row(TextLine Line, int Offset, int X)
{
    public int Start => Offset + Line.Start;

    public int End => Offset + Line.End;

    /// <summary>Whether it begins at the right edge.</summary>
    public bool IsReversed => Line.ColumnOf(Line.End) < 0;

    public int XOf(int column) => X + Line.ColumnOf(column - Offset);

    public int ColumnAt(int x) => Offset + Line.IndexAt(x - X);
}
