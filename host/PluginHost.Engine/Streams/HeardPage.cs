namespace PluginHost.Engine.Streams;

/// <summary>A page of a source, filtered.</summary>
internal sealed record HeardPage
{
    /// <summary>What comes of a source that threw or took too long. It was noted where it happened.</summary>
    public static HeardPage Failed { get; } = new() { Items = [], Cursor = null, Pause = TimeSpan.Zero, IsFailed = true };

    public required IReadOnlyList<HeardItem> Items { get; init; }

    public required string? Cursor { get; init; }

    public string Gap { get; init; } = "";

    /// <summary>How long to wait where the page told nothing new.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>When there will be something to tell; null where nobody knows.</summary>
    public DateTimeOffset? QuietUntil { get; init; }

    public bool IsFailed { get; init; }
}
