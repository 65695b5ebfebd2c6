namespace PluginHost.Posting;

/// <summary>What a network has last said about how much a profile may still send.</summary>
internal sealed record KnownLimit
{
    public required string Profile { get; init; }

    public required int Remaining { get; init; }

    public required DateTimeOffset ResetsAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Whether nothing may be sent now.</summary>
    public bool IsUsedUp(DateTimeOffset now) => Remaining <= 0 && ResetsAt > now;
}
