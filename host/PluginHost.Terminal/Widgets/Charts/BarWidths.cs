namespace PluginHost.Terminal;

/// <summary>What bars that lie have in common: found once for all, and not in each frame.</summary>
internal sealed class BarWidths
{
    private readonly IReadOnlyList<Bar> _bars;
    private readonly TextOptions _text;

    public BarWidths(BarChart chart, RichLine[] values, TextOptions text)
    {
        (_bars, _text) = (chart.Bars, text);
        Labels = _bars.Max(bar => TextWidth.Of(bar.Label.Text, text));
        Values = values.Max(value => TextWidth.Of(value.Text, text));
        Range = chart.Range();
    }

    /// <summary>The cells of the widest label.</summary>
    public int Labels { get; }

    /// <summary>The cells of the widest value.</summary>
    public int Values { get; }

    /// <summary>The least and the greatest value, 0 included.</summary>
    public (double Low, double High) Range { get; }

    public bool Fits(IReadOnlyList<Bar> bars, TextOptions text) => ReferenceEquals(bars, _bars) && ReferenceEquals(text, _text);
}
