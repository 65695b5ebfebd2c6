namespace PluginHost.Terminal;

public abstract partial class Page
{
    private void DrawRow(Canvas canvas, int y, PageParagraph paragraph, PageSpot spot, Theme theme)
    {
        var line = paragraph.Line;
        var width = canvas.Width - 1;
        if (line.Ground is not null)
            canvas.Tint(new Rect(0, y, width, 1), theme[line.Ground]);

        var row = paragraph.Row(spot.Row);
        var style = canvas.At(0, y).Style;
        if (row.Lead.Text.Length > 0)
        {
            var left = row.Lead.Direction == Direction.RightToLeft ? width - paragraph.LeadWidth : 0;
            canvas.Write(new Rect(left, y, paragraph.LeadWidth, 1), row.Lead, style, theme);
        }

        if (line.Kind == PageLineKind.Rule)
        {
            var length = Math.Min(line.Columns?.Width ?? int.MaxValue, width - paragraph.LeadWidth);
            canvas.Across(paragraph.LeadWidth, y, length, theme.Glyphs.Border, Canvas.Over(style, theme[Roles.Edge]));
        }

        foreach (ref readonly var field in row.Fields.AsSpan())
        {
            var inside = canvas.Inside(new Rect(field.Column, y, Math.Min(field.Width, canvas.Width - field.Column), 1));
            DrawText(inside, field, line.Text, style, theme);
            TintMatches(inside, field, theme);
            TintSelection(inside, field, spot.Line, theme);
        }
    }

    private static void DrawText(Canvas canvas, in PageField field, RichLine text, Style style, Theme theme)
    {
        var left = field.Left - field.Column;
        var last = -1;
        var look = style;
        foreach (var cluster in field.Line)
        {
            if (left + cluster.Column >= canvas.Width)
                break;

            var part = text.SegmentAt(cluster.Index);
            if (part != last && part >= 0)
                look = LookOf(canvas, text.Parts[part], style, theme);

            last = part;
            canvas.Put(left + cluster.Column, 0, cluster.Text, cluster.Width, look);
        }
    }

    private static Style LookOf(Canvas canvas, in Segment segment, Style style, Theme theme)
    {
        var look = segment.Role == Roles.Text ? style : Canvas.Over(style, theme[segment.Role]);
        look = look with { Attributes = look.Attributes | segment.Attributes };

        // What is an address leads there in the terminal too; other targets mean something to the program alone.
        return segment.Target is { } target && (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
            ? canvas.Link(look, target)
            : look;
    }

    private void TintSelection(Canvas canvas, in PageField field, int line, Theme theme)
    {
        if (_current is { } link && link.Line == line)
            Tint(canvas, field, link.Start, link.End, theme[HasFocus ? Roles.Selection : Roles.QuietSelection]);

        if (!HasSelection || line < SelectionStart.Line || line > SelectionEnd.Line)
            return;

        var start = line == SelectionStart.Line ? SelectionStart.Index : 0;
        var end = line == SelectionEnd.Line ? SelectionEnd.Index : int.MaxValue;
        var style = theme[HasFocus ? Roles.Selection : Roles.QuietSelection];
        Tint(canvas, field, start, end, style);

        // A line without text is selected with its end.
        if (field.Line.Width == 0 && end == int.MaxValue)
            canvas.Tint(new Rect(field.Left - field.Column, 0, 1, 1), style);
    }

    private static void Tint(Canvas canvas, in PageField field, int start, int end, Style style)
    {
        foreach (var run in field.Line.Runs(start, end))
            canvas.Tint(new Rect(field.Left - field.Column + run.Column, 0, run.Width, 1), style);
    }
}
