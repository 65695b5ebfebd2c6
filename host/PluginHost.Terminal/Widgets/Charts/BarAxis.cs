namespace PluginHost.Terminal;

/// <summary>The numbers beside bars that stand, set for one size.</summary>
internal sealed class BarAxis
{
    private const int ShortestAxis = 5;

    private readonly IReadOnlyList<Bar> _bars;
    private readonly int _across;
    private readonly int _height;

    public BarAxis(BarChart chart, int across, int height, TextOptions text)
    {
        (_bars, _across, _height) = (chart.Bars, across, height);
        Range = chart.Range();
        var scale = ChartScale.Of(Range.Low, Range.High, Math.Max(2, height / 2));
        Values = [.. Enumerable.Range(0, scale.Ticks).Select(scale.TickAt)];
        Ticks = [.. Values.Select(value => RichLine.Of(Direction.LeftToRight, new Segment(
            chart.FormatValue?.Invoke(value) ?? ChartNumbers.OnAxis(value, scale.Step, scale.Farthest, chart.Culture), Roles.Dim)))];
        var width = Ticks.Max(tick => TextWidth.Of(tick.Text, text)) + 1;
        if (height < ShortestAxis || across - width < Math.Min(_bars.Count * 2, across / 2))
            return;

        Width = width;
        Range = (scale.Low, scale.High);
    }

    /// <summary>Its columns, with the blank beside it; 0 where there is no room for it.</summary>
    public int Width { get; }

    /// <summary>The least and the greatest that can be seen.</summary>
    public (double Low, double High) Range { get; }

    public IReadOnlyList<double> Values { get; }

    public IReadOnlyList<RichLine> Ticks { get; }

    public bool Fits(IReadOnlyList<Bar> bars, int across, int height) => ReferenceEquals(bars, _bars) && across == _across && height == _height;
}
