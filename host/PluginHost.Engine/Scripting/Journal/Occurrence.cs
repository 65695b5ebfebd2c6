namespace PluginHost.Engine.Scripting;

/// <summary>One run of a campaign, as the store knows it, however often it is interrupted and resumed.</summary>
internal sealed record Occurrence
{
    public required string Campaign { get; init; }

    /// <summary>Which: the number of the run.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
