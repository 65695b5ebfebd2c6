namespace PluginHost.RehearsalServer;

/// <summary>A post that the network has published.</summary>
internal sealed record StoredPost
{
    public required string RemoteId { get; init; }

    public required string Profile { get; init; }

    public required string Text { get; init; }

    public required string Key { get; init; }

    /// <summary>The whole record, where its bytes count.</summary>
    public required string? Record { get; init; }

    public required string? InReplyTo { get; init; }

    public required DateTimeOffset At { get; init; }
}
