namespace PluginHost.Campaigns;

/// <summary>One part of a thread on its way. Each answers the one before, and leaves only once that one is there.</summary>
public sealed record TargetPart
{
    /// <summary>What is said.</summary>
    public required string Text { get; init; }

    /// <summary>How far it is.</summary>
    public required TargetState State { get; init; }

    /// <summary>The part's id, as the network names it.</summary>
    /// <value><see langword="null"/>: it is not known to be there.</value>
    public string? RemoteId { get; init; }

    /// <summary>Where people see it.</summary>
    /// <value><see langword="null"/>: it is not known to be there, or the network has no pages.</value>
    public string? Link { get; init; }

    /// <summary>Why it was refused, what is unknown, or what it waits for.</summary>
    /// <value>Empty.</value>
    public string Reason { get; init; } = "";

    /// <summary>When the network says that it was published.</summary>
    /// <value><see langword="null"/>: it is not known to be there.</value>
    public DateTimeOffset? SentAt { get; init; }
}
