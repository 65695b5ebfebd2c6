using PluginHost.Sdk;

namespace PluginHost.Workbench.Rendering;

/// <summary>Numbers as a picture. A point that is null is "n/a", and leaves a gap.</summary>
public sealed class ChartModel : ViewModel
{
    private ChartView _view = new() { Kind = ChartKind.Line, Series = [] };

    internal ChartModel()
    {
    }

    /// <summary>How it is drawn.</summary>
    public ChartKind Kind => _view.Kind;

    /// <summary>The series, in the order of the legend.</summary>
    public IReadOnlyList<ChartSeries> Series => _view.Series;

    /// <summary>The smallest number of all, and 0 where none is smaller.</summary>
    public double Least { get; private set; }

    /// <summary>The largest number of all, and 0 where none is larger.</summary>
    public double Most { get; private set; }

    /// <inheritdoc/>
    public override int Extent => _view.Series.Count;

    internal override bool TryTake(View view)
    {
        if (view is not ChartView chart)
            return false;

        _view = chart;
        (Least, Most) = (0, 0);
        foreach (var series in chart.Series)
        {
            foreach (var point in series.Points)
            {
                // What is no number is shown as one that nobody published.
                if (point is { } number && double.IsFinite(number))
                    (Least, Most) = (Math.Min(Least, number), Math.Max(Most, number));
            }
        }

        Touch();
        return true;
    }
}
