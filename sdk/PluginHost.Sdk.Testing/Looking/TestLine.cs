namespace PluginHost.Sdk.Testing;

/// <summary>A line of the output.</summary>
public sealed record TestLine
{
    /// <summary>The plugin's id, or <c>host</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }
}
