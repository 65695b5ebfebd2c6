namespace PluginHost.Posting;

/// <summary>What somebody has said about a post, and about which bytes of it.</summary>
internal sealed record Verdict
{
    public const string Approved = "approved";

    public const string Rejected = "rejected";

    public required long Post { get; init; }

    /// <summary>SHA-256 of all that the post said then, in hex.</summary>
    public required string BodyHash { get; init; }

    /// <summary><see cref="Approved"/> or <see cref="Rejected"/>.</summary>
    public required string Word { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Note { get; init; } = "";
}
