using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>What a taker is to take next.</summary>
internal sealed record TakerBatch
{
    /// <summary>Where the taker stands.</summary>
    public required long From { get; init; }

    public required IReadOnlyList<StreamEvent> Events { get; init; }

    /// <summary>Where it stands when it has taken them.</summary>
    public long To => Events[^1].Position;
}
