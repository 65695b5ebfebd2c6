namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private static readonly Style Caretlike = new() { Attributes = Attributes.Reverse };

    // What lies over the text of a row: what was found, brackets that belong together, what is selected, what is wrong, other carets.
    private void DrawMarks(Canvas canvas, int y, int line, LineRows rows, int row, (TextPlace, TextPlace)? brackets, Theme theme)
    {
        for (var i = _search.FirstIn(line); i < _search.Matches.Count && _search.Matches[i].Start.Line == line; i++)
            Tint(canvas, y, rows, row, _search.Matches[i].Start.Column, _search.Matches[i].End.Column, theme[Roles.Match]);

        if (brackets is var (one, other))
        {
            if (one.Line == line)
                Tint(canvas, y, rows, row, one.Column, one.Column + 1, theme[Roles.Match]);

            if (other.Line == line)
                Tint(canvas, y, rows, row, other.Column, other.Column + 1, theme[Roles.Match]);
        }

        DrawSelections(canvas, y, line, rows, row, theme);
        DrawProblems(canvas, y, line, rows, row, theme);
    }

    private void DrawSelections(Canvas canvas, int y, int line, LineRows rows, int row, Theme theme)
    {
        var selection = theme[HasFocus ? Roles.Selection : Roles.QuietSelection];
        for (var i = 0; i < _carets.Count; i++)
        {
            var (range, place) = (_carets[i].Range, _carets[i].Place);
            if (range.Start.Line <= line && range.End.Line >= line && !range.IsEmpty)
            {
                var start = range.Start.Line < line ? 0 : range.Start.Column;
                Tint(canvas, y, rows, row, start, range.End.Line > line ? rows.Text.Length : range.End.Column, selection);

                // The end of the line is selected too.
                if (range.End.Line > line && row == rows.Count - 1)
                    TintCell(canvas, y, rows, rows.Text.Length, selection);
            }

            if (!_carets.IsMain(i) && place.Line == line && rows.RowOf(place.Column) == row)
                TintCell(canvas, y, rows, place.Column, Caretlike);
        }
    }

    private void Tint(Canvas canvas, int y, LineRows rows, int row, int start, int end, Style style)
    {
        foreach (var part in rows.Parts(row))
        {
            var left = _view.ScreenX(rows, part.X);
            if (part.End <= start || part.Start >= end || left >= canvas.Width || left + part.Line.Width <= 0)
                continue;

            foreach (var run in part.Line.Runs(start - part.Offset, end - part.Offset))
                canvas.Tint(new Rect(left + run.Column, y, run.Width, 1), style);
        }
    }

    private void TintCell(Canvas canvas, int y, LineRows rows, int column, Style style) =>
        canvas.Tint(new Rect(_view.ScreenX(rows, rows.XOf(column)), y, 1, 1), style);
}
