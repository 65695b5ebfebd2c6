namespace PluginHost.RehearsalServer;

/// <summary>A post that the network will never take.</summary>
public sealed record RefusedPost
{
    /// <summary>The kind of network.</summary>
    public required string Like { get; init; }

    /// <summary>The handle.</summary>
    public required string Profile { get; init; }

    /// <summary>What it would have said.</summary>
    public required string Text { get; init; }

    /// <summary>Why it was refused.</summary>
    public required string Reason { get; init; }

    internal static RefusedPost Of(LogLine line) => new()
    {
        Like = line.Like,
        Profile = line.Profile,
        Text = line.Text ?? "",
        Reason = line.Reason ?? "",
    };
}
