namespace PluginHost.Sdk;

/// <summary>How a chart is drawn. New kinds are added at the end.</summary>
public enum ChartKind
{
    /// <summary>A line for each series.</summary>
    Line,

    /// <summary>A bar for each point.</summary>
    Bar,

    /// <summary>One row of blocks.</summary>
    Sparkline,
}
