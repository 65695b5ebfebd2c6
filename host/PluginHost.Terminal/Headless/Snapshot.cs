using System.Text;

namespace PluginHost.Terminal;

/// <summary>Writes what a buffer shows as text, to read and to compare.</summary>
internal static class Snapshot
{
    private const string Marks = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public static string Text(CellBuffer buffer)
    {
        var text = new StringBuilder();
        for (var y = 0; y < buffer.Height; y++)
        {
            var start = text.Length;
            foreach (var cell in buffer.Row(y))
                text.Append(Glyph(buffer, cell));

            TrimEnd(text, start, ' ');
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The text, then a mark for each cell's style (a dot for the plain one), then what the marks mean and where the cursor is.</summary>
    public static string Styled(CellBuffer buffer)
    {
        var text = new StringBuilder(Text(buffer));
        var marks = new Dictionary<Style, char> { [default] = '.' };
        text.Append("---\n");
        for (var y = 0; y < buffer.Height; y++)
        {
            var start = text.Length;
            foreach (var cell in buffer.Row(y))
                text.Append(MarkOf(marks, cell.Style));

            TrimEnd(text, start, '.');
            text.Append('\n');
        }

        text.Append("---\n");
        foreach (var (style, mark) in marks.Skip(1))
            text.Append($"{mark} {Describe(buffer, style)}\n");

        if (buffer.Cursor.IsVisible)
            text.Append($"cursor {buffer.Cursor.X},{buffer.Cursor.Y} {buffer.Cursor.Shape}\n");

        return text.ToString();
    }

    /// <summary>What a cell shows: nothing for the second half of a wide glyph.</summary>
    public static string Glyph(CellBuffer buffer, Cell cell) => cell switch
    {
        { Width: 0 } => "",
        { Glyph: < 0 } => buffer.Glyphs.ClusterOf(cell.Glyph),
        _ => GlyphPool.RuneOf(cell.Glyph).ToString(),
    };

    private static char MarkOf(Dictionary<Style, char> marks, Style style)
    {
        if (!marks.TryGetValue(style, out var mark))
            marks[style] = mark = marks.Count <= Marks.Length ? Marks[marks.Count - 1] : '*';

        return mark;
    }

    private static string Describe(CellBuffer buffer, Style style)
    {
        var text = $"{Describe(style.Foreground)} on {Describe(style.Background)}";
        if (style.Attributes != Attributes.None)
            text += $", {style.Attributes}";

        return style.Link == 0 ? text : $"{text}, to {buffer.Links.AddressOf(style.Link)}";
    }

    private static string Describe(Color color) =>
        color.IsRgb ? $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}" : color.IsIndexed ? $"{color.Index}" : "default";

    private static void TrimEnd(StringBuilder text, int start, char blank)
    {
        while (text.Length > start && text[^1] == blank)
            text.Length--;
    }
}
