namespace PluginHost.Terminal;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">How long it is. What is null, not a number or infinite is missing: that is said, and no bar is drawn.</param>
public sealed record Bar(RichLine Label, double? Value)
{
    /// <summary>Whose look it has.</summary>
    /// <value><c>series.1</c></value>
    public string Role { get; init; } = SeriesRoles.Of(0);
}
