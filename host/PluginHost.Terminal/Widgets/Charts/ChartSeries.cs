namespace PluginHost.Terminal;

/// <summary>Values in a row, which a chart draws in one look.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Values">The values, at equal distances. What is null, not a number or infinite is missing: a gap, never 0.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>Whose look it has.</summary>
    /// <value><see langword="null"/>: that of its place among the others, <c>series.1</c> to <c>series.6</c>.</value>
    public string? Role { get; init; }
}
