namespace PluginHost.Bluesky;

/// <summary>A post that another one answers.</summary>
internal sealed record Answered
{
    public required RecordRef Post { get; init; }

    /// <summary>The first post of its thread: it itself, where it answers none.</summary>
    public required RecordRef Root { get; init; }

    /// <summary>When it says that it was written.</summary>
    public required DateTimeOffset At { get; init; }
}
