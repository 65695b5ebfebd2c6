namespace PluginHost.RehearsalServer;

/// <summary>What a client wants to be published, in whatever words its network has for it.</summary>
internal sealed record Sending
{
    public required string Text { get; init; }

    /// <summary>The idempotency key, or the identity that the sender chose; empty where there is none.</summary>
    public string Key { get; init; } = "";

    /// <summary>The whole record, where its bytes count.</summary>
    public string? Record { get; init; }

    public string? InReplyTo { get; init; }
}
