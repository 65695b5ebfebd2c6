namespace PluginHost.Terminal;

/// <summary>One row of a page on screen.</summary>
/// <param name="Fields">What stands in it: one field, or one for each column of a table.</param>
/// <param name="Lead">What stands before them.</param>
/// <param name="Start">Where it begins in the text of its line.</param>
/// <param name="End">Where it ends.</param>
internal sealed record PageRow(PageField[] Fields, RichLine Lead, int Start, int End)
{
    /// <summary>The place in the text that a column shows, or that is nearest to it.</summary>
    public int IndexAt(int x)
    {
        var nearest = Fields[0];
        foreach (var field in Fields)
        {
            if (field.Column <= x)
                nearest = field;
        }

        return nearest.Line.IndexAt(x - nearest.Left);
    }

    /// <summary>The column of a caret before a place in the text.</summary>
    public int ColumnOf(int index)
    {
        var holder = Fields[0];
        foreach (var field in Fields)
        {
            if (field.Line.Start <= index)
                holder = field;
        }

        return holder.Left + holder.Line.ColumnOf(index);
    }
}
