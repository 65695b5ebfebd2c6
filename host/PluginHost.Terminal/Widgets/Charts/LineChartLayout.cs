namespace PluginHost.Terminal;

/// <summary>A line chart, set for one size: made anew when series or size change, and drawn as often as there are frames.</summary>
internal sealed class LineChartLayout
{
    private const int NarrowestPlot = 4;

    public LineChartLayout(LineChart chart, int width, int height, TextOptions text, Glyphs glyphs)
    {
        (Series, Width, Height, Glyphs) = (chart.Series, width, height, glyphs);
        Points = chart.Points;
        var range = RangeOf(chart);
        HasLegend = height >= 3;
        HasLabels = height >= 5 && chart.Labels.Count > 0;
        var rows = height - (HasLegend ? 1 : 0) - (HasLabels ? 1 : 0);
        var scale = range is { } known ? ChartScale.Of(known.Low, known.High, Math.Max(2, rows / 2)) : ChartScale.Of(0, 1, 2);
        Scale = scale;
        Ticks = [.. Enumerable.Range(0, scale.Ticks).Select(tick => Tick(chart, scale, tick))];
        var axis = Ticks.Max(tick => TextWidth.Of(tick.Text, text)) + 1;
        AxisWidth = width - axis >= NarrowestPlot && rows >= 2 ? axis : 0;
        Plot = new Plot(Math.Max(1, width - AxisWidth), Math.Max(1, rows), glyphs.HasBraille);
        IsEmpty = range is null;
        WidestLabel = HasLabels ? Math.Max(1, chart.Labels.Max(label => TextWidth.Of(label, text))) : 1;
        for (var i = 0; i < Series.Count && range is not null; i++)
            Plot.Draw(Series[i].Values, Points, scale, (byte)Math.Min(i, byte.MaxValue));
    }

    public IReadOnlyList<ChartSeries> Series { get; }

    public int Width { get; }

    public int Height { get; }

    public Glyphs Glyphs { get; }

    /// <summary>How many points the longest series has.</summary>
    public int Points { get; }

    public bool IsEmpty { get; }

    public bool HasLegend { get; }

    public bool HasLabels { get; }

    /// <summary>The cells of the widest name of a point.</summary>
    public int WidestLabel { get; }

    public int AxisWidth { get; }

    public int Top => HasLegend ? 1 : 0;

    public ChartScale Scale { get; }

    public IReadOnlyList<RichLine> Ticks { get; }

    public Plot Plot { get; }

    public bool Fits(LineChart chart, int width, int height, Glyphs glyphs) =>
        ReferenceEquals(Series, chart.Series) && width == Width && height == Height && ReferenceEquals(glyphs, Glyphs);

    /// <summary>The point that is drawn nearest to a column.</summary>
    public int PointAt(int x)
    {
        var across = Math.Clamp(x - AxisWidth, 0, Plot.Width - 1);
        return Points <= 1 || Plot.Width == 1 ? 0 : (int)Math.Round((double)across * (Points - 1) / (Plot.Width - 1));
    }

    private static RichLine Tick(LineChart chart, ChartScale scale, int index)
    {
        var value = scale.TickAt(index);
        var text = chart.FormatValue?.Invoke(value) ?? ChartNumbers.OnAxis(value, scale.Step, scale.Farthest, chart.Culture);
        return RichLine.Of(Direction.LeftToRight, new Segment(text, Roles.Dim));
    }

    private static (double Low, double High)? RangeOf(LineChart chart)
    {
        (double Low, double High)? all = null;
        foreach (var series in chart.Series)
        {
            if (ChartNumbers.Range(series.Values) is { } range)
                all = all is { } known ? (Math.Min(known.Low, range.Low), Math.Max(known.High, range.High)) : range;
        }

        if (all is not { } found || !chart.BeginsAtZero)
            return all;

        var (low, high) = (Math.Min(0, found.Low), Math.Max(0, found.High));
        return low == high ? (0, 1) : (low, high);
    }
}
