using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using ChartKind = PluginHost.Sdk.ChartKind;

namespace PluginHost.Screen.Bodies;

/// <summary>Numbers as a picture: one of the terminal's charts, or a row for each series.</summary>
internal sealed class ChartBody(ChartModel model) : Part
{
    private Widget? _chart;
    private IReadOnlyList<SparklineRow> _rows = [];
    private long _drawn = -1;

    protected override void DrawPart(Canvas canvas)
    {
        if (_drawn != model.Version)
            (_drawn, _chart, _rows) = (model.Version, Make(), MakeRows());

        if (_chart is { } chart)
            Show(chart, canvas);
        else
            DrawRows(canvas);
    }

    private void DrawRows(Canvas canvas)
    {
        var names = 0;
        foreach (var series in model.Series)
            names = Math.Max(names, TextWidth.Of(series.Name, canvas.Text));

        for (var y = 0; y < Math.Min(_rows.Count, canvas.Height); y++)
        {
            _rows[y].NameWidth = names;
            Show(_rows[y], canvas.Inside(new Rect(0, y, canvas.Width, 1)));
        }
    }

    private IReadOnlyList<SparklineRow> MakeRows() =>
        model.Kind == ChartKind.Sparkline ? [.. model.Series.Select((series, number) => new SparklineRow(series, number))] : [];

    private Widget? Make() => model.Kind switch
    {
        ChartKind.Bar => new BarChart { Bars = [.. Bars()] },
        ChartKind.Sparkline => null,
        _ => new LineChart
        {
            Series = [.. model.Series.Select(series => new ChartSeries(series.Name, series.Points))],
            Labels = model.Series.Count > 0 ? model.Series[0].Labels : [],
        },
    };

    // Where there are several series, a point's label alone does not tell whose it is.
    private string NameOf(Sdk.ChartSeries series, int point) =>
        point >= series.Labels.Count ? series.Name
        : model.Series.Count > 1 ? $"{series.Name} {series.Labels[point]}"
        : series.Labels[point];

    private IEnumerable<Bar> Bars()
    {
        foreach (var series in model.Series)
        {
            for (var point = 0; point < series.Points.Count; point++)
                yield return new Bar(RichLine.Of(NameOf(series, point)), series.Points[point]);
        }
    }
}
