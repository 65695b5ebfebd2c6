namespace PluginHost.Sdk;

/// <summary>An entry of a stream's log: an item, or a gap.</summary>
public sealed record StreamEvent
{
    /// <summary>The place in the log, from 1, growing.</summary>
    public required long Position { get; init; }

    /// <summary>The item's id; of a gap, empty.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened; of a gap, when it was noticed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened; of a gap, an empty record.</summary>
    public required Record Data { get; init; }

    /// <summary>What is missing here.</summary>
    /// <value>Empty: this is an item.</value>
    public string Gap { get; init; } = "";
}
