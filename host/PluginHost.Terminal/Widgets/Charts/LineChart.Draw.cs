namespace PluginHost.Terminal;

public sealed partial class LineChart
{
    private const char NoDots = '\u2800';
    private const string Marks = "*+ox#@";
    private const string Digits = "123456789";

    private RichLine[]? _entries;
    private RichLine[]? _labels;

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        if (_layout?.Fits(this, canvas.Width, canvas.Height, theme.Glyphs) != true)
            (_layout, _entries) = (new LineChartLayout(this, canvas.Width, canvas.Height, canvas.Text, theme.Glyphs), null);

        if (_layout.IsEmpty)
        {
            canvas.Write(canvas.Area with { Height = 1 }, Welcome, Canvas.Over(theme[Roles.Text], theme[Roles.Hint]), theme);
            return;
        }

        if (_layout.HasLegend)
        {
            var legend = new Rect(_layout.AxisWidth, 0, canvas.Width - _layout.AxisWidth, 1);
            ChartLegend.Draw(canvas, legend, _entries ??= Entries(), theme[Roles.Text], theme);
        }

        DrawAxis(canvas, _layout, theme);
        var inside = canvas.Inside(new Rect(_layout.AxisWidth, _layout.Top, _layout.Plot.Width, _layout.Plot.Height));
        DrawPlot(inside, _layout, theme);
        if (Series.Count > 1)
            DrawNumbers(inside, _layout, theme);

        DrawCursor(inside, _layout, theme);
        if (_layout.HasLabels)
            DrawLabels(canvas, _layout, theme);
    }

    private string RoleOf(int series) => Series[series].Role ?? SeriesRoles.Of(series);

    private static void DrawAxis(Canvas canvas, LineChartLayout layout, Theme theme)
    {
        var style = theme[Roles.Text];
        var last = -1;
        for (var i = 0; i < layout.Ticks.Count && layout.AxisWidth > 0; i++)
        {
            // Where it is low, the lowest and the highest remain.
            var y = layout.Top + layout.Plot.RowOf(layout.Scale.At(layout.Scale.TickAt(i)));
            if (y == last || (y == layout.Top && i > 0 && i < layout.Ticks.Count - 1))
                continue;

            canvas.Write(new Rect(0, y, layout.AxisWidth - 1, 1), layout.Ticks[i], Alignment.End, style, theme);
            last = y;
        }

        // Where values fall below 0, one sees where 0 is.
        if (layout.Scale is { Low: < 0, High: > 0 })
        {
            var ground = layout.Top + layout.Plot.RowOf(layout.Scale.At(0));
            canvas.Across(layout.AxisWidth, ground, layout.Plot.Width, theme.Glyphs.Border, Canvas.Over(style, theme[Roles.Edge]));
        }
    }

    private void DrawPlot(Canvas canvas, LineChartLayout layout, Theme theme)
    {
        for (var y = 0; y < layout.Plot.Height; y++)
        {
            for (var x = 0; x < layout.Plot.Width; x++)
            {
                var cell = layout.Plot[x, y];
                if (cell.Dots == 0)
                    continue;

                var glyph = theme.Glyphs.HasBraille ? (char)(NoDots + cell.Dots) : Marks[cell.Series % Marks.Length];
                canvas.Put(x, y, new ReadOnlySpan<char>(in glyph), 1, Canvas.Over(theme[Roles.Text], theme[RoleOf(cell.Series)]));
            }
        }
    }

    // At the last value of each series; where another stands there already, before it.
    private void DrawNumbers(Canvas canvas, LineChartLayout layout, Theme theme)
    {
        for (var i = 0; i < Series.Count && i < Digits.Length && theme.Glyphs.HasBraille; i++)
        {
            var last = Series[i].Values.Count - 1;
            while (last >= 0 && ChartNumbers.Of(Series[i].Values[last]) is null)
                last--;

            if (last < 0)
                continue;

            var x = layout.Plot.ColumnOf(last, layout.Points);
            var y = layout.Plot.RowOf(layout.Scale.At(Series[i].Values[last]!.Value));
            while (x > 0 && Digits.Contains((char)Math.Max(0, canvas.At(x, y).Glyph), StringComparison.Ordinal))
                x--;

            var look = Canvas.Over(theme[Roles.Text], theme[RoleOf(i)]);
            canvas.Put(x, y, Digits.AsSpan(i, 1), 1, look with { Attributes = look.Attributes | Attributes.Bold });
        }
    }

    private void DrawCursor(Canvas canvas, LineChartLayout layout, Theme theme)
    {
        if (Cursor < 0)
            return;

        var x = layout.Plot.ColumnOf(Cursor, layout.Points);
        canvas.Tint(new Rect(x, 0, 1, canvas.Height), theme[HasFocus ? Roles.Selection : Roles.QuietSelection]);
        var sign = theme.Glyphs.Bullet;
        for (var i = 0; i < Series.Count; i++)
        {
            if (ValueAt(i, Cursor) is { } value)
            {
                var y = layout.Plot.RowOf(layout.Scale.At(value));
                canvas.Put(x, y, new ReadOnlySpan<char>(in sign), 1, Canvas.Over(canvas.At(x, y).Style, theme[RoleOf(i)]));
            }
        }
    }

    private void DrawLabels(Canvas canvas, LineChartLayout layout, Theme theme)
    {
        _labels ??= [.. Labels.Select(label => RichLine.Of(label, Roles.Dim))];

        // Every so many that they do not touch, beginning with the first.
        var fit = Math.Max(1, (layout.Plot.Width + 2) / (Math.Min(layout.WidestLabel, layout.Plot.Width) + 2));
        var step = Math.Max(1, (layout.Points + fit - 1) / fit);
        var end = layout.AxisWidth;
        for (var i = 0; i < _labels.Length && i < layout.Points; i += step)
        {
            var width = Math.Min(TextWidth.Of(_labels[i].Text, canvas.Text), canvas.Width);
            var middle = layout.AxisWidth + layout.Plot.ColumnOf(i, layout.Points);
            var left = Math.Min(Math.Max(middle - (width / 2), layout.AxisWidth), canvas.Width - width);
            if (left < end)
                continue;

            canvas.Write(new Rect(left, canvas.Height - 1, width, 1), _labels[i], theme[Roles.Text], theme);
            end = left + width + 1;
        }
    }

    private double? ValueAt(int series, int point) =>
        point < Series[series].Values.Count ? ChartNumbers.Of(Series[series].Values[point]) : null;

    // What each series is called; at the cursor what it has there.
    private RichLine[] Entries()
    {
        var entries = new List<RichLine>();
        if (Cursor >= 0)
            entries.Add(RichLine.Of(Cursor < Labels.Count ? Labels[Cursor] : $"{Cursor + 1}", Roles.Header));

        for (var i = 0; i < Series.Count; i++)
        {
            var name = Series.Count > 1 ? $"{Mark(i)} {Series[i].Name}" : Series[i].Name;
            var value = Cursor < 0 ? "" : $" {Written(ValueAt(i, Cursor))}";
            if (name.Length > 0 || value.Length > 0)
                entries.Add(RichLine.Of(Direction.LeftToRight, new Segment(name, RoleOf(i)), new Segment(value, Roles.Text)));
        }

        return [.. entries];
    }

    private char Mark(int series) =>
        !Theme.Glyphs.HasBraille ? Marks[series % Marks.Length] : series < Digits.Length ? Digits[series] : Theme.Glyphs.Bullet;

    private string Written(double? value) =>
        value is not { } number ? ChartNumbers.Missing : FormatValue?.Invoke(number) ?? ChartNumbers.Alone(number, Culture);
}
