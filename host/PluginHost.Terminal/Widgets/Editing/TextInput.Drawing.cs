namespace PluginHost.Terminal;

public sealed partial class TextInput
{
    private readonly List<int> _starts = []; // Of a secret: where each cluster begins in the text.
    private RowSpec _spec = new(0, true, Direction.Auto, new TextOptions());
    private LineRows? _rows;
    private string? _rowsOf;
    private char _rowsSign;
    private int _scroll;
    private int _left; // The column on screen from which those of the text count.

    /// <summary>What is shown of the text: the text itself, or signs. Laid out again only where something of it changed.</summary>
    private LineRows Rows
    {
        get
        {
            var sign = IsSecret ? Theme.Glyphs.Bullet : '\0';
            if (_spec.Direction != Direction)
                _spec = _spec with { Direction = Direction };

            if (_rows is null || !ReferenceEquals(_rowsOf, Text) || sign != _rowsSign || !ReferenceEquals(_rows.Spec, _spec))
            {
                (_rowsOf, _rowsSign) = (Text, sign);
                var shown = IsSecret ? Hidden(sign) : Text;
                _rows = LineRows.Of(shown, new LineLook(shown, 0, []), _spec, _rows);
            }

            return _rows;
        }
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        if (!ReferenceEquals(_spec.Text, canvas.Text))
            _spec = _spec with { Text = canvas.Text };

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
            field.ShowCursor(_left + Rows.XOf(ToShown(_state.Caret)), 0, CursorShape.Bar);
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
        var selection = theme[HasFocus ? Roles.Selection : Roles.QuietSelection];
        foreach (var part in Rows.Parts(0))
        {
            var left = _left + part.X;
            if (left >= field.Width || left + part.Line.Width <= 0)
                continue;

            field.Write(left, 0, part.Line, style);
            if (!_state.HasSelection)
                continue;

            foreach (var run in part.Line.Runs(ToShown(_state.Start) - part.Offset, ToShown(_state.End) - part.Offset))
                field.Tint(new Rect(left + run.Column, 0, run.Width, 1), selection);
        }
    }

    // From the edge where the text begins; the caret stays in sight, and no room is wasted behind the end.
    private void Scroll(int width)
    {
        var x = Rows.XOf(ToShown(_state.Caret));
        var fromStart = Rows.IsReversed ? -1 - x : x;
        _scroll = Math.Clamp(_scroll, fromStart - width + 1, fromStart);
        _scroll = Math.Clamp(_scroll, 0, Math.Max(0, Rows.Width + 1 - width));
        _left = Rows.IsReversed ? width + _scroll : -_scroll;
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

        _ = Rows;
        var found = _starts.BinarySearch(index);
        return found >= 0 ? found : index >= Text.Length ? _starts.Count : Math.Max(0, ~found - 1);
    }

    private int FromShown(int index) => !IsSecret ? index : index < _starts.Count ? _starts[index] : Text.Length;
}
