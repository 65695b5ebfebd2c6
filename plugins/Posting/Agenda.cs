using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>When there will be something to do in the outbox.</summary>
internal sealed record Agenda
{
    /// <summary>When the next target is due.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the next doubt can be looked into.</summary>
    public DateTimeOffset? Doubt { get; init; }

    /// <summary>When the first lease ends.</summary>
    public DateTimeOffset? Lease { get; init; }

    public DateTimeOffset? LastLease { get; init; }

    /// <summary>When the oldest attempt that is under way began.</summary>
    public DateTimeOffset? Sending { get; init; }

    public DateTimeOffset? LastSending { get; init; }

    /// <summary>Whether somebody has leased targets and not come back for them.</summary>
    public bool HasLeftLease { get; init; }

    /// <summary>Whether somebody has begun attempts and not come back from them.</summary>
    public bool HasLeftSending { get; init; }

    public static Agenda Read(IRow row) => new()
    {
        Due = row.InstantOrNull("due"),
        Doubt = row.InstantOrNull("doubt"),
        Lease = row.InstantOrNull("lease"),
        LastLease = row.InstantOrNull("last_lease"),
        Sending = row.InstantOrNull("sending"),
        LastSending = row.InstantOrNull("last_sending"),
    };
}
