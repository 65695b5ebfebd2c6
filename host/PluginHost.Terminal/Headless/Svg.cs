using System.Globalization;
using System.Net;
using System.Text;

namespace PluginHost.Terminal;

/// <summary>Draws what a buffer shows as a picture: each run of one style is placed by its column, so that no font can shift what follows.</summary>
internal static class Svg
{
    // As high as the glyphs of the usual fonts at this size, or the lines of boxes would have gaps.
    private const double CellWidth = 8.4;
    private const int CellHeight = 16;
    private const int Baseline = 13;
    private static readonly Color Paper = Color.Rgb(0x1e, 0x1e, 0x1e);
    private static readonly Color Ink = Color.Rgb(0xd4, 0xd4, 0xd4);

    public static string Of(CellBuffer buffer)
    {
        var svg = new StringBuilder();
        var (width, height) = (Number(buffer.Width * CellWidth), Number(buffer.Height * CellHeight));
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" ")
            .Append("font-family=\"'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,monospace\" font-size=\"14\">\n")
            .Append($"<rect width=\"100%\" height=\"100%\" fill=\"{Hex(Paper)}\"/>\n");
        for (var y = 0; y < buffer.Height; y++)
            Row(svg, buffer, y);

        if (buffer.Cursor.IsVisible)
            Mark(svg, buffer.Cursor);

        return svg.Append("</svg>\n").ToString();
    }

    private static void Row(StringBuilder svg, CellBuffer buffer, int y)
    {
        var row = buffer.Row(y);
        for (var x = 0; x < row.Length;)
        {
            var end = x + Math.Max(1, row[x].Width);
            while (end < row.Length && IsOneRun(row[x], row[end]))
                end++;

            Run(svg, buffer, row[x..end], x, y);
            x = end;
        }
    }

    // A glyph that fonts may draw wider or narrower than its cells stands alone.
    private static bool IsOneRun(Cell first, Cell next) => next.Style == first.Style && IsPlain(first) && IsPlain(next);

    private static bool IsPlain(Cell cell) => cell is { Width: 1, Glyph: >= ' ' and <= '~' };

    private static void Run(StringBuilder svg, CellBuffer buffer, ReadOnlySpan<Cell> cells, int x, int y)
    {
        var style = cells[0].Style;
        var (front, back) = (Resolve(style.Foreground, Ink), Resolve(style.Background, Paper));
        if (style.Attributes.HasFlag(Attributes.Reverse))
            (front, back) = (back, front);

        if (back != Paper)
            Rectangle(svg, x * CellWidth, y * CellHeight, cells.Length * CellWidth, CellHeight, back, "");

        var text = new StringBuilder();
        foreach (var cell in cells)
            text.Append(Snapshot.Glyph(buffer, cell));

        if (string.IsNullOrWhiteSpace(text.ToString()) && !HasLine(style.Attributes))
            return;

        if (style.Link != 0)
            svg.Append($"<a href=\"{WebUtility.HtmlEncode(buffer.Links.AddressOf(style.Link))}\">");

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x * CellWidth)}\" y=\"{(y * CellHeight) + Baseline}\" ")
            .Append($"fill=\"{Hex(front)}\" textLength=\"{Number(cells.Length * CellWidth)}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\"")
            .Append(Looks(style.Attributes))
            .Append($">{WebUtility.HtmlEncode(text.ToString())}</text>{(style.Link == 0 ? "" : "</a>")}\n");
    }

    private static string Looks(Attributes attributes)
    {
        var looks = "";
        if (attributes.HasFlag(Attributes.Bold))
            looks += " font-weight=\"bold\"";

        if (attributes.HasFlag(Attributes.Dim))
            looks += " fill-opacity=\"0.6\"";

        if (attributes.HasFlag(Attributes.Italic))
            looks += " font-style=\"italic\"";

        if (HasLine(attributes))
            looks += $" style=\"text-decoration:{Decoration(attributes)}\"";

        return looks;
    }

    private static bool HasLine(Attributes attributes) => (attributes & (Attributes.Underline | Attributes.Squiggle | Attributes.Strike)) != 0;

    private static string Decoration(Attributes attributes)
    {
        var lines = (attributes & (Attributes.Underline | Attributes.Squiggle)) != 0 ? "underline" : "";
        if (attributes.HasFlag(Attributes.Strike))
            lines += " line-through";

        return attributes.HasFlag(Attributes.Squiggle) ? $"{lines} wavy" : lines.Trim();
    }

    private static void Mark(StringBuilder svg, Cursor cursor)
    {
        const int Thickness = 2;
        var (x, y) = (cursor.X * CellWidth, cursor.Y * CellHeight);
        var width = cursor.Shape == CursorShape.Bar ? Thickness : CellWidth;
        var height = cursor.Shape == CursorShape.Underline ? Thickness : CellHeight;
        Rectangle(svg, x, y + CellHeight - height, width, height, Ink, " fill-opacity=\"0.6\"");
    }

    private static void Rectangle(StringBuilder svg, double x, int y, double width, int height, Color color, string more) =>
        svg.Append($"<rect x=\"{Number(x)}\" y=\"{y}\" width=\"{Number(width)}\" height=\"{height}\" ")
            .Append($"fill=\"{Hex(color)}\"{more}/>\n");

    private static Color Resolve(Color color, Color own) => color.IsRgb ? color : color.IsIndexed ? Palette.Rgb(color.Index) : own;

    private static string Hex(Color color) => $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
