namespace PluginHost.Posting;

/// <summary>A target with what is known of its post.</summary>
internal sealed record ShownTarget
{
    public required OutboxTarget Target { get; init; }

    /// <summary>Who asked for the post: a script's name, a command's id.</summary>
    public required string AskedBy { get; init; }

    /// <summary>The campaign that it is an effect of; null where a person asked.</summary>
    public required string? Campaign { get; init; }
}
