namespace PluginHost.Sdk;

/// <summary>Numbers as a picture.</summary>
public sealed record ChartView : View
{
    /// <summary>How it is drawn.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>The series, in the order of the legend.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init => field = [.. value]; }
}
