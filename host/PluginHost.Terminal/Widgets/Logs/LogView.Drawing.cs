using System.Globalization;

namespace PluginHost.Terminal;

public sealed partial class LogView
{
    private const int LongestWord = 64;
    private const int LongestNumber = 32;
    private const int SignWidth = 2;

    private int _linesSeen;

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        TakeIn();
        var filter = _filter.HeightIn(canvas.Height);
        var note = !IsFollowing && canvas.Height - filter > 1 ? 1 : 0;
        Fit(canvas.Inside(new Rect(0, 0, canvas.Width, canvas.Height - filter - note)));
        DrawLines(canvas.Inside(_body));
        if (_place.IsMore)
            DrawBar(canvas.Inside(_body with { Width = canvas.Width }));

        if (note > 0)
            DrawNote(canvas.Inside(new Rect(0, _body.Height, canvas.Width, 1)));

        if (filter > 0)
            _filter.DrawOn(canvas.Inside(new Rect(0, canvas.Height - 1, canvas.Width, 1)), Shown.Count);
    }

    private void Fit(Canvas body)
    {
        // The bar has its column before it is there, so that lines are not broken anew when it comes.
        _body = new Rect(0, 0, ScrollBar.Beside(body, 0, 1), body.Height);
        _place.Fit(_body.Width, _body.Height, Wraps, body.Text);
        if (_showsCursor && _cursor is { } cursor)
            _place.Show(cursor);

        _showsCursor = false;
    }

    private void DrawLines(Canvas canvas)
    {
        var theme = Theme;
        if (Shown.Count == 0)
        {
            var line = _filter.Words.IsEmpty ? Welcome : FilterBar.NothingMatches;
            canvas.Write(new Rect(1, 0, canvas.Width - 1, 1), line, Canvas.Over(theme[Roles.Text], theme[Roles.Hint]), theme);
        }

        var (first, last) = Selection;
        var number = _place.Top;
        for (var y = -_place.Row; y < canvas.Height && number < _place.End; number++)
        {
            var line = Shown.Line(number);
            var rows = _place.Broken(line);
            var height = rows?.Count ?? 1;
            if (number >= first && number <= last)
                canvas.Tint(new Rect(0, y, canvas.Width, height), theme[HasFocus ? Roles.Selection : Roles.QuietSelection]);

            DrawLine(canvas, y, line, rows, theme);
            y += height;
        }

        _linesSeen = (int)(number - _place.Top);
    }

    private void DrawLine(Canvas canvas, int y, RichLine line, IReadOnlyList<TextLine>? rows, Theme theme)
    {
        if (rows is null)
        {
            var taken = canvas.Write(new Rect(0, y, canvas.Width, 1), line, canvas.At(0, y).Style, theme);
            _filter.Mark(canvas, taken, canvas.Width, line, theme);
            return;
        }

        for (var i = Math.Max(0, -y); i < rows.Count && y + i < canvas.Height; i++)
        {
            var laid = rows[i];
            var x = laid.Direction == Direction.RightToLeft ? canvas.Width - laid.Width : 0;
            canvas.Write(x, y + i, laid, line, canvas.At(0, y + i).Style, theme);
            _filter.Mark(canvas, x, y + i, laid, Math.Max(0, laid.Start - LongestWord), laid.End + LongestWord, theme);
        }
    }

    private void DrawBar(Canvas canvas)
    {
        var (top, seen, count) = _place.Extent(_linesSeen);
        ScrollBar.Draw(canvas, top, seen, count, Theme);
    }

    // How much has come meanwhile, and how to get there.
    private void DrawNote(Canvas canvas)
    {
        var theme = Theme;
        var style = Canvas.Over(canvas.At(0, 0).Style, theme[Roles.Accent]);
        if (_note.Length > 0)
        {
            canvas.Fill(new Rect(0, 0, 1, 1), _isCopied ? theme.Glyphs.Good : theme.Glyphs.Warning, style);
            canvas.Write(SignWidth, 0, _note, style);
            return;
        }

        Span<char> digits = stackalloc char[LongestNumber];
        (_place.End - _place.PausedAt).TryFormat(digits, out var length, "N0", CultureInfo.InvariantCulture);
        canvas.Fill(new Rect(0, 0, 1, 1), theme.Glyphs.Descending, style);
        canvas.Write(SignWidth, 0, digits[..length], style);
        canvas.Write(SignWidth + length, 0, " new, End resumes", style);
    }
}
