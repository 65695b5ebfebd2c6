namespace PluginHost.Terminal;

/// <summary>Entries beside each other in a row, each in its own direction. What does not fit is left out.</summary>
internal static class ChartLegend
{
    private const int Gap = 2;

    public static void Draw(Canvas canvas, Rect row, IReadOnlyList<RichLine> entries, Style style, Theme theme)
    {
        var x = row.X;
        for (var i = 0; i < entries.Count && x < row.Right; i++)
        {
            var width = Math.Min(TextWidth.Of(entries[i].Text, canvas.Text), row.Right - x);
            canvas.Write(row with { X = x, Width = width }, entries[i], style, theme);
            x += width + Gap;
        }
    }
}
