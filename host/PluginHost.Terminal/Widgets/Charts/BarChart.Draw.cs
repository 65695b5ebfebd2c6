namespace PluginHost.Terminal;

public sealed partial class BarChart
{
    private const int Eighths = 8;
    private const int ShortestBar = 3;
    private const char Zero = '_';
    private const char FullBlock = '█';

    private BarAxis? _axis;
    private BarWidths? _widths;
    private int _slot = 1; // The columns of a bar that stands, with the blank beside it.


    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        if (Bars.Count == 0)
        {
            _place.Fit(0);
            canvas.Write(canvas.Area with { Height = 1 }, Welcome, Canvas.Over(theme[Roles.Text], theme[Roles.Hint]), theme);
            return;
        }

        if (IsVertical)
            DrawStanding(canvas, theme);
        else
            DrawLying(canvas, theme);
    }

    private void DrawLying(Canvas canvas, Theme theme)
    {
        _place.Fit(Bars.Count, canvas.Height);
        var values = Values();
        if (_widths?.Fits(Bars, canvas.Text) != true)
            _widths = new BarWidths(this, values, canvas.Text);

        var (labels, numbers) = (_widths.Labels, _widths.Values);

        // Where it is narrow, first the label gives way, then the bar goes.
        var width = Bars.Count > canvas.Height ? canvas.Width - 1 : canvas.Width;
        labels = Math.Min(labels, Math.Max(width / 3, Math.Min(labels, width - numbers - ShortestBar - 2)));
        var bar = new Rect(labels + 1, 0, width - labels - numbers - 2, 1);
        if (bar.Width < ShortestBar)
            labels = Math.Max(0, width - numbers - 1);

        for (var y = 0; y < canvas.Height && _place.Top + y < Bars.Count; y++)
        {
            var index = _place.Top + y;
            if (index == Selected && HasFocus)
                canvas.Tint(new Rect(0, y, width, 1), theme[Roles.Selection]);
            else if (index == Selected)
                canvas.Tint(new Rect(0, y, width, 1), theme[Roles.QuietSelection]);

            var style = canvas.At(0, y).Style;
            canvas.Write(new Rect(0, y, labels, 1), Bars[index].Label, style, theme);
            var left = Math.Max(labels + 1, width - numbers);
            canvas.Write(new Rect(left, y, width - left, 1), values[index], Alignment.End, style, theme);
            if (bar.Width >= ShortestBar && ChartNumbers.Of(Bars[index].Value) is { } value)
                DrawLying(canvas, bar with { Y = y }, value, _widths.Range, Canvas.Over(style, theme[Bars[index].Role]), theme.Glyphs);
        }

        ScrollBar.Draw(canvas, _place.Top, canvas.Height, Bars.Count, theme);
    }

    private static void DrawLying(Canvas canvas, Rect area, double value, (double Low, double High) range, Style style, Glyphs glyphs)
    {
        var ground = GroundOf(range, area.Width);
        var length = LengthOf(value, range, ground, area.Width);
        var (full, rest) = (length / Eighths, length % Eighths);
        if (value == 0)
            canvas.Fill(area with { X = area.X + Math.Min(ground, area.Width - 1), Width = 1 }, glyphs.Track, style);
        else if (value > 0)
            canvas.Fill(area with { X = area.X + ground, Width = full }, glyphs.Bars[Eighths], style);
        else
            canvas.Fill(area with { X = area.X + ground - full, Width = full }, glyphs.Bars[Eighths], style);

        if (rest > 0 && value > 0)
            canvas.Fill(area with { X = area.X + ground + full, Width = 1 }, glyphs.Bars[rest], style);
        else if (rest > 0)
            FillFromEnd(canvas, area with { X = area.X + ground - full - 1, Width = 1 }, glyphs.Bars, rest, style);
    }

    private void DrawStanding(Canvas canvas, Theme theme)
    {
        var (hasLabels, hasValue) = (canvas.Height >= 3, canvas.Height >= 4);
        var top = hasValue ? 1 : 0;
        var height = canvas.Height - top - (hasLabels ? 1 : 0);
        if (_axis?.Fits(Bars, canvas.Width, height) != true)
            _axis = new BarAxis(this, canvas.Width, height, canvas.Text);

        _slot = Math.Max(1, (canvas.Width - _axis.Width) / Bars.Count);
        _place.Fit(Bars.Count, (canvas.Width - _axis.Width) / _slot);
        if (hasValue && Selected >= 0)
            DrawSelected(canvas, theme);

        var below = GroundOf(_axis.Range, height);
        var unit = UnitOf(_axis.Range, below, height);
        for (var i = 0; i < _axis.Ticks.Count && _axis.Width > 0; i++)
        {
            var y = height - below - (int)Math.Round(_axis.Values[i] * unit);
            var place = new Rect(0, top + Math.Clamp(y, 0, height - 1), _axis.Width - 1, 1);
            canvas.Write(place, _axis.Ticks[i], Alignment.End, theme[Roles.Text], theme);
        }

        for (var i = 0; i < _place.Height && _place.Top + i < Bars.Count; i++)
        {
            var slot = new Rect(_axis.Width + (i * _slot), top, Math.Max(1, _slot - 1), height);
            DrawStanding(canvas, slot, Bars[_place.Top + i], _axis.Range, theme);
            if (!hasLabels)
                continue;

            var label = slot with { Y = canvas.Height - 1, Height = 1 };
            canvas.Write(label, Bars[_place.Top + i].Label, Canvas.Over(theme[Roles.Text], theme[Roles.Dim]), theme);
            if (_place.Top + i == Selected)
                canvas.Tint(label, theme[HasFocus ? Roles.Selection : Roles.QuietSelection]);
        }
    }

    private void DrawSelected(Canvas canvas, Theme theme)
    {
        var label = Bars[Selected].Label;
        var width = Math.Min(canvas.Width, TextWidth.Of(label.Text, canvas.Text));
        canvas.Write(new Rect(0, 0, width, 1), label, Canvas.Over(theme[Roles.Text], theme[Roles.Header]), theme);
        canvas.Write(new Rect(width + 1, 0, canvas.Width - width - 1, 1), Values()[Selected], theme[Roles.Text], theme);
    }

    private static void DrawStanding(Canvas canvas, Rect area, Bar bar, (double Low, double High) range, Theme theme)
    {
        var style = theme[Roles.Text];
        if (ChartNumbers.Of(bar.Value) is { } value)
            DrawStanding(canvas, area, value, range, Canvas.Over(style, theme[bar.Role]), theme.Glyphs);
        else
            canvas.Fill(area with { Y = area.Bottom - 1, Height = 1 }, theme.Glyphs.Unknown, Canvas.Over(style, theme[Roles.Dim]));
    }

    private static void DrawStanding(Canvas canvas, Rect area, double value, (double Low, double High) range, Style style, Glyphs glyphs)
    {
        var below = GroundOf(range, area.Height); // The rows below 0.
        var ground = area.Bottom - below;
        var length = LengthOf(value, range, below, area.Height);
        var (full, rest) = (length / Eighths, length % Eighths);
        if (value == 0)
            canvas.Fill(area with { Y = Math.Max(area.Y, ground - 1), Height = 1 }, Zero, style);
        else
            canvas.Fill(area with { Y = value > 0 ? ground - full : ground, Height = full }, glyphs.Blocks[Eighths], style);

        if (rest > 0 && value > 0)
            canvas.Fill(area with { Y = ground - full - 1, Height = 1 }, glyphs.Blocks[rest], style);
        else if (rest > 0)
            FillFromEnd(canvas, area with { Y = ground + full, Height = 1 }, glyphs.Blocks, rest, style);
    }

    // There are no bars that grow from the right or from above: the rest of one, with its colours changed.
    private static void FillFromEnd(Canvas canvas, Rect cell, string bars, int eighths, Style style)
    {
        if (bars[Eighths] == FullBlock)
            canvas.Fill(cell, bars[Eighths - eighths], style with { Attributes = style.Attributes ^ Attributes.Reverse });
        else
            canvas.Fill(cell, bars[eighths], style);
    }

    /// <summary>The cells below 0: enough for the least value, and at least one for either side.</summary>
    private static int GroundOf((double Low, double High) range, int cells)
    {
        if (range.Low >= 0)
            return 0;

        return range.High <= 0 ? cells : Math.Clamp((int)Math.Round(-range.Low / (range.High - range.Low) * cells), 1, Math.Max(1, cells - 1));
    }

    // Cells for each 1: the same on both sides of 0, so that lengths can be compared.
    private static double UnitOf((double Low, double High) range, int below, int cells)
    {
        var up = range.High > 0 ? (cells - below) / range.High : double.MaxValue;
        return range.Low < 0 ? Math.Min(up, below / -range.Low) : up;
    }

    // In eighths. What is not 0 is seen.
    private static int LengthOf(double value, (double Low, double High) range, int below, int cells)
    {
        var room = value < 0 ? below : cells - below;
        if (value == 0 || room <= 0)
            return 0;

        return (int)Math.Clamp(Math.Round(Math.Abs(value) * UnitOf(range, below, cells) * Eighths), 1, room * Eighths);
    }
}
