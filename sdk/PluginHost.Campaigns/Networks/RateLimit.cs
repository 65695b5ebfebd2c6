namespace PluginHost.Campaigns;

/// <summary>What a network has said about how much may still be sent by a profile.</summary>
public sealed record RateLimit
{
    /// <summary>How many sends are left until <see cref="ResetsAt"/>.</summary>
    public required int Remaining { get; init; }

    /// <summary>When it begins anew.</summary>
    public required DateTimeOffset ResetsAt { get; init; }
}
