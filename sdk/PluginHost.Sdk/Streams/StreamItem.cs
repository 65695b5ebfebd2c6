namespace PluginHost.Sdk;

/// <summary>Something that a source tells.</summary>
public sealed record StreamItem
{
    /// <summary>Names it for ever within its stream: what comes again under the same id, within a month, is the same and is dropped. Not empty.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened. The log keeps it to the millisecond, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required Record Data { get; init; }
}
