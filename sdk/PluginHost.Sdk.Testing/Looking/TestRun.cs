namespace PluginHost.Sdk.Testing;

/// <summary>What became of a script that ran to its end.</summary>
public sealed record TestRun
{
    /// <summary>What it said, a line each; a table as its rows.</summary>
    public required IReadOnlyList<string> Said { get; init => field = [.. value]; }

    /// <summary>What it told with <c>Notify</c>.</summary>
    public required IReadOnlyList<string> Told { get; init => field = [.. value]; }

    /// <summary>The value of its last expression.</summary>
    public required Value Value { get; init; }
}
