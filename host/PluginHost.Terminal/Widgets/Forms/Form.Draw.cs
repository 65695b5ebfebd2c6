namespace PluginHost.Terminal;

public sealed partial class Form
{
    private const int WheelStep = 3;
    private const int NarrowestField = 16;
    private const int Between = 1;

    private int _top;
    private int _labels; // The columns of the labels; 0 where they stand above the fields.
    private Widget? _shown; // What had the focus when it was last brought into sight.

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var labels = _labels = LabelWidth(canvas);
        var height = HeightOf(labels);
        var width = height > canvas.Height ? canvas.Width - 1 : canvas.Width;
        FollowFocus(labels, canvas.Height);
        _top = Math.Clamp(_top, 0, Math.Max(0, height - canvas.Height));
        var y = -_top;
        foreach (var child in _children)
        {
            if (child is not FormField field)
                break;

            DrawField(canvas, field, new Rect(0, y, width, 0), labels, theme);
            y += RowsOf(field, labels) + Between;
        }

        DrawButtons(canvas, labels, y, width);
        ScrollBar.Draw(canvas, _top, canvas.Height, height, theme);
    }

    private static void DrawField(Canvas canvas, FormField field, Rect row, int labels, Theme theme)
    {
        var isBeside = labels > 0;
        var x = isBeside ? labels + 1 : 0;
        var y = row.Y;
        var style = Canvas.Over(theme[Roles.Text], field.HasFocus ? theme[Roles.FocusedTitle] : default);
        canvas.Write(new Rect(0, y, isBeside ? labels : row.Width, 1), field.Label, style, theme);
        y += isBeside ? 0 : 1;

        // What is not seen at all is not drawn: the mouse does not find it either.
        if (y < canvas.Height && y + field.Rows > 0)
            field.DrawOn(canvas.Inside(new Rect(x, y, row.Width - x, field.Rows)));

        y += field.Rows;
        if (field.Problem is not null)
        {
            canvas.Fill(new Rect(x, y, 1, 1), theme.Glyphs.Bad, Canvas.Over(theme[Roles.Text], theme[Roles.Bad]));
            canvas.Write(new Rect(x + 2, y, row.Width - x - 2, 1), field.ProblemLine, theme[Roles.Text], theme);
        }
        else if (field.Help.Text.Length > 0)
        {
            canvas.Write(new Rect(x, y, row.Width - x, 1), field.Help, Canvas.Over(theme[Roles.Text], theme[Roles.Dim]), theme);
        }
    }

    private void DrawButtons(Canvas canvas, int labels, int y, int width)
    {
        var x = labels > 0 ? labels + 1 : 0;
        var submit = Math.Min(_submit.WidthOn(canvas), width - x);
        _submit.DrawOn(canvas.Inside(new Rect(x, y, submit, 1)));
        _cancel.DrawOn(canvas.Inside(new Rect(x + submit + 1, y, Math.Min(_cancel.WidthOn(canvas), Math.Max(0, width - x - submit - 1)), 1)));
    }

    // 0 where there is no room beside the fields: then they stand above.
    private int LabelWidth(Canvas canvas)
    {
        var widest = 0;
        foreach (var child in _children)
        {
            if (child is FormField field)
                widest = Math.Max(widest, TextWidth.Of(field.Label.Text, canvas.Text));
        }

        return canvas.Width - widest - 1 >= NarrowestField ? widest : 0;
    }

    private static int RowsOf(FormField field, int labels) =>
        field.Rows + (labels > 0 ? 0 : 1) + (field.Problem is not null || field.Help.Text.Length > 0 ? 1 : 0);

    private int HeightOf(int labels)
    {
        var height = 1;
        foreach (var child in _children)
        {
            if (child is FormField field)
                height += RowsOf(field, labels) + Between;
        }

        return height;
    }

    // Only when it came to another: what a person scrolls away stays away.
    private void FollowFocus(int labels, int height)
    {
        var focused = Screen?.Focused;
        if (focused == _shown)
            return;

        _shown = focused;
        var y = 0;
        foreach (var child in _children)
        {
            var rows = child is FormField field ? RowsOf(field, labels) : 1;
            if (child.HasFocus)
            {
                // Of one that is higher than the form, the top.
                _top = Math.Min(y, Math.Max(_top, y + rows - height));
                return;
            }

            y += child is FormField ? rows + Between : 0;
        }
    }

    private void Scroll(int rows)
    {
        _top = Math.Max(0, _top + rows);
        Invalidate();
    }

    // The field whose rows hold a row of the form, as it was drawn last.
    private FormField? FieldAt(int row)
    {
        var y = -_top;
        foreach (var field in Fields)
        {
            var end = y + RowsOf(field, _labels);
            if (row >= y && row < end)
                return field;

            y = end + Between;
        }

        return null;
    }
}
