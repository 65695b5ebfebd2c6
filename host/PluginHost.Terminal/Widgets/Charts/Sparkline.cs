namespace PluginHost.Terminal;

/// <summary>
/// Values as columns in a single row, from the least to the greatest; where all are the same they stand at half height. What is missing is a blank: the
/// least value still has a column.
/// </summary>
public sealed class Sparkline : Widget
{
    private RichLine? _line;
    private (int Width, Glyphs? Glyphs) _madeFor;

    /// <summary>The values. Where there are more than cells, each cell has the mean of some.</summary>
    public IReadOnlyList<double?> Values
    {
        get;
        set
        {
            (field, _line) = (value, null);
            Invalidate();
        }
    }

    = [];

    /// <summary>Whose look it has.</summary>
    /// <value><c>series.1</c></value>
    public string Role { get; init; } = SeriesRoles.Of(0);

    /// <summary>The same as a line, for a cell of a table or a status bar.</summary>
    /// <param name="values">The values.</param>
    /// <param name="width">How many cells there are.</param>
    /// <param name="glyphs">The signs.</param>
    /// <param name="role">Whose look it has.</param>
    public static RichLine Of(IReadOnlyList<double?> values, int width, Glyphs glyphs, string role)
    {
        var count = Math.Min(values.Count, Math.Max(0, width));
        var means = new double?[count];
        for (var i = 0; i < count; i++)
            means[i] = Mean(values, (int)((long)i * values.Count / count), (int)((long)(i + 1) * values.Count / count));

        if (ChartNumbers.Range(means) is not { } range)
            return RichLine.Of(Direction.LeftToRight, new Segment(new string(' ', count), role));

        var text = string.Create(count, (means, range, glyphs.Blocks), static (cells, with) =>
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = with.means[i] is { } value ? with.Blocks[LevelOf(value, with.range)] : ' ';
        });
        return RichLine.Of(Direction.LeftToRight, new Segment(text, role));
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        if (_line is null || _madeFor != (canvas.Width, theme.Glyphs))
            (_line, _madeFor) = (Of(Values, canvas.Width, theme.Glyphs, Role), (canvas.Width, theme.Glyphs));

        canvas.Write(canvas.Area with { Height = 1 }, _line, theme[Roles.Text], theme);
    }

    // From 1 to 8: the least is seen too.
    private static int LevelOf(double value, (double Low, double High) range) =>
        range.Low == range.High ? 4 : 1 + (int)Math.Round((value - range.Low) / (range.High - range.Low) * 7);

    private static double? Mean(IReadOnlyList<double?> values, int start, int end)
    {
        var (sum, count) = (0.0, 0);
        for (var i = start; i < end; i++)
        {
            if (ChartNumbers.Of(values[i]) is { } value)
                (sum, count) = (sum + value, count + 1);
        }

        return count == 0 ? null : sum / count;
    }
}
