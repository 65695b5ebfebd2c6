namespace PluginHost.Terminal;

public sealed partial class TextInput
{
    private readonly List<int> _starts = []; // Of a secret: where each cluster begins in the text.
    private TextOptions _options = new();
    private TextLine? _line;
    private string? _lineOf;
    private char _lineSign;
    private Direction _lineDirection;
    private int _scroll;
    private int _left;

    /// <summary>What is shown of the text: the text itself, or signs. Laid out again only when something of it changed.</summary>
    private TextLine Line
    {
        get
        {
            var sign = IsSecret ? Theme.Glyphs.Bullet : '\0';
            if (_line is null || !ReferenceEquals(_lineOf, Text) || sign != _lineSign || Direction != _lineDirection)
            {
                (_lineOf, _lineSign, _lineDirection) = (Text, sign, Direction);
                _line = TextLine.Of(IsSecret ? Hidden(sign) : Text, Direction, _options);
            }

            return _line;
        }
    }

    // Whether the text begins at the right edge.
    private bool IsReversed => Line.ColumnOf(Line.End) < 0;

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        if (!ReferenceEquals(_options, canvas.Text))
            (_options, _line) = (canvas.Text, null);

        var field = canvas.Inside(new Rect(0, 0, canvas.Width, 1));
        var style = Canvas.Over(canvas.At(0, 0).Style, theme[Roles.Input]);
        field.Fill(style);
        if (Problem is not null)
            field = DrawProblem(canvas, style, theme);

        Scroll(field.Width);
        if (Text.Length == 0)
            field.Write(field.Area, Hint, Canvas.Over(style, theme[Roles.Hint]), theme);
        else
            DrawText(field, style, theme);

        if (IsFocused)
            field.ShowCursor(_left + Line.ColumnOf(ToShown(_state.Caret)), 0, CursorShape.Bar);
    }

    // A sign at the end of the field, where there is room for it; the sentence in the second row.
    private Canvas DrawProblem(Canvas canvas, Style style, Theme theme)
    {
        var bad = theme[Roles.Bad];
        if (canvas.Height > 1)
        {
            var under = Canvas.Over(canvas.At(0, 1).Style, bad);
            canvas.Fill(new Rect(0, 1, 1, 1), theme.Glyphs.Bad, under);
            canvas.Inside(new Rect(2, 1, canvas.Width - 2, 1)).Write(0, 0, Problem, under);
        }

        if (canvas.Width < 3)
            return canvas.Inside(new Rect(0, 0, canvas.Width, 1));

        canvas.Fill(new Rect(canvas.Width - 1, 0, 1, 1), theme.Glyphs.Bad, Canvas.Over(style, bad));
        return canvas.Inside(new Rect(0, 0, canvas.Width - 1, 1));
    }

    private void DrawText(Canvas field, Style style, Theme theme)
    {
        field.Write(_left, 0, Line, style);
        if (!_state.HasSelection)
            return;

        var selection = theme[HasFocus ? Roles.Selection : Roles.QuietSelection];
        foreach (var run in Line.Runs(ToShown(_state.Start), ToShown(_state.End)))
            field.Tint(new Rect(_left + run.Column, 0, run.Width, 1), selection);
    }

    // From the edge where the text begins; the caret stays in sight, and no room is wasted behind the end.
    private void Scroll(int width)
    {
        var line = Line;
        var column = line.ColumnOf(ToShown(_state.Caret));
        var fromStart = IsReversed ? line.Width - 1 - column : column;
        _scroll = Math.Clamp(_scroll, fromStart - width + 1, fromStart);
        _scroll = Math.Clamp(_scroll, 0, Math.Max(0, line.Width + 1 - width));
        _left = IsReversed ? width - line.Width + _scroll : -_scroll;
    }

    private string Hidden(char sign)
    {
        _starts.Clear();
        for (var clusters = Graphemes.Of(Text); clusters.MoveNext();)
            _starts.Add(clusters.Index);

        return new string(sign, _starts.Count);
    }

    private int ToShown(int index)
    {
        if (!IsSecret)
            return index;

        _ = Line;
        var found = _starts.BinarySearch(index);
        return found >= 0 ? found : index >= Text.Length ? _starts.Count : Math.Max(0, ~found - 1);
    }

    private int FromShown(int index) => !IsSecret ? index : index < _starts.Count ? _starts[index] : Text.Length;
}
