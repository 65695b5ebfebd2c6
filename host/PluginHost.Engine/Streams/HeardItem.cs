namespace PluginHost.Engine.Streams;

/// <summary>An item that somebody wants, as it goes to the log. Nothing of the plugin that told it is in it.</summary>
internal sealed record HeardItem
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The item's record as JSON.</summary>
    public required string Json { get; init; }
}
