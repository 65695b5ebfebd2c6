namespace PluginHost.Terminal;

public sealed partial class Editor
{
    // So many lines are looked at in a frame; of more, those far down get their looks in the frames that follow.
    private const int MostLooks = 4000;
    private const int LeastNumberWidth = 3;

    private RowSpec? _spec;
    private int _textLeft;
    private bool _hasBarAside;

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var height = Math.Max(1, canvas.Height - (_bar?.Rows ?? 0));
        if (_bar is not null)
            _search.Refresh(_document);

        _hasBarAside = canvas.Width > 2 && _document.LineCount > height;
        _textLeft = Math.Min(GutterWidth, Math.Max(0, canvas.Width - 2));
        var width = Math.Max(1, canvas.Width - _textLeft - (_hasBarAside ? 1 : 0));
        Fit(width, height, canvas.Text);

        var body = canvas.Inside(new Rect(0, 0, canvas.Width, height));
        var text = body.Inside(new Rect(_textLeft, 0, width, height));
        DrawRows(body, text, theme);
        if (_hasBarAside)
            ScrollBar.Draw(body, _view.Top.Line, height, _document.LineCount, theme);

        DrawBar(canvas);
        _textArea = text.OnScreen;
        if (IsFocused && _view.TryFind(Caret, out var x, out var y))
            text.ShowCursor(x, y, CursorShape.Bar);
    }

    // Where there is hardly any room, over the text.
    private void DrawBar(Canvas canvas)
    {
        if (_bar is null)
            return;

        var rows = Math.Min(_bar.Rows, canvas.Height);
        _bar.DrawOn(canvas.Inside(new Rect(0, canvas.Height - rows, canvas.Width, rows)));
    }

    private int GutterWidth => (_hasSigns || ShowsLineNumbers ? 2 : 0) + (ShowsLineNumbers ? Math.Max(LeastNumberWidth, Digits(_document.LineCount)) + 1 : 0);

    private void Fit(int width, int height, TextOptions options)
    {
        var (wrap, isProse) = (WrapsLines ? Math.Max(1, width - 1) : 0, Language is null or { IsProse: true });
        if (_spec is null || _spec.WrapWidth != wrap || _spec.IsProse != isProse || _spec.Direction != Direction || !ReferenceEquals(_spec.Text, options))
            _spec = new RowSpec(wrap, isProse, Direction, options);

        if (_view.Fit(width, height, _spec) || _mustReveal)
            _view.Reveal(Caret);
        else
            _view.Clamp();

        _mustReveal = false;
        var isThere = _view.Looks.Reach(Math.Min(_view.Top.Line + height, _document.LineCount - 1), MostLooks);
        if (!isThere)
            Invalidate();
    }

    private void DrawRows(Canvas body, Canvas text, Theme theme)
    {
        if (_document is { LineCount: 1 } && _document.Line(0).Length == 0)
            text.Write(text.Area, Hint, Canvas.Over(text.At(0, 0).Style, theme[Roles.Hint]), theme);

        var brackets = FindBrackets();
        var at = _view.Top;
        for (var y = 0; y < _view.Height; y++)
        {
            var rows = _view.RowsOf(at.Line);
            if (_textLeft > 0)
                DrawGutter(body, y, at.Line, at.Row, theme);

            DrawText(text, y, rows, at.Row, theme);
            DrawMarks(text, y, at.Line, rows, at.Row, brackets, theme);
            if (!_view.TryStep(ref at, 1))
                break;
        }
    }

    private void DrawGutter(Canvas body, int y, int line, int row, Theme theme)
    {
        if (row > 0)
            return;

        if (SignOf(line) is { } severity)
            body.Fill(new Rect(0, y, 1, 1), severity.Sign(theme.Glyphs), Canvas.Over(body.At(0, y).Style, theme[severity.Role()]));

        if (!ShowsLineNumbers)
            return;

        var style = Canvas.Over(body.At(1, y).Style, theme[line == Caret.Line ? Roles.Accent : Roles.Dim]);
        var x = _textLeft - 2;
        for (var number = line + 1; number > 0 && x > 0; number /= 10)
            body.Fill(new Rect(x--, y, 1, 1), (char)('0' + (number % 10)), style);
    }

    private void DrawText(Canvas canvas, int y, LineRows rows, int row, Theme theme)
    {
        var under = canvas.At(0, y).Style;
        var spans = rows.Look.Spans;
        foreach (var part in rows.Parts(row))
        {
            var left = _view.ScreenX(rows, part.X);
            if (left >= canvas.Width || left + part.Line.Width <= 0)
                continue;

            var (start, end, style) = (0, -1, under);
            foreach (var cluster in part.Line)
            {
                var x = left + cluster.Column;
                if (x >= canvas.Width)
                    break;

                if (x + cluster.Width <= 0)
                    continue;

                var column = part.Offset + cluster.Index;
                if (column < start || column >= end)
                    style = StyleAt(spans, column, under, theme, out start, out end);

                canvas.Put(x, y, cluster.Text, cluster.Width, style);
            }
        }
    }

    private static Style StyleAt(TextSpan[] spans, int column, Style under, Theme theme, out int start, out int end)
    {
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].End <= column)
                low = middle + 1;
            else
                high = middle;
        }

        if (low < spans.Length && spans[low].Start <= column)
        {
            (start, end) = (spans[low].Start, spans[low].End);
            var style = spans[low].Role == Roles.Text ? under : Canvas.Over(under, theme[spans[low].Role]);
            return style with { Attributes = style.Attributes | spans[low].Attributes };
        }

        (start, end) = (low > 0 ? spans[low - 1].End : 0, low < spans.Length ? spans[low].Start : int.MaxValue);
        return under;
    }

    private static int Digits(int number)
    {
        var digits = 1;
        for (; number >= 10; number /= 10)
            digits++;

        return digits;
    }
}
