namespace PluginHost.Sdk;

/// <summary>Named points of a chart.</summary>
public sealed record ChartSeries
{
    /// <summary>What the legend says.</summary>
    public required string Name { get; init; }

    /// <summary>The points, in order. <see langword="null"/> is "n/a": a number that nobody published is not drawn as 0.</summary>
    public required IReadOnlyList<double?> Points { get; init => field = [.. value]; }

    /// <summary>What stands under the points, one for each.</summary>
    /// <value>None.</value>
    public IReadOnlyList<string> Labels { get; init => field = [.. value]; } = [];
}
