namespace PluginHost.Campaigns;

/// <summary>One variant on one profile, with an outcome of its own.</summary>
public sealed record Target
{
    /// <summary>The profile's name, with its at sign.</summary>
    public required string Profile { get; init; }

    /// <summary>The id of the network.</summary>
    public required string Network { get; init; }

    /// <summary>What is said; of a thread, its first part.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of a thread, the first among them.</summary>
    /// <value>Empty: it is one post.</value>
    public IReadOnlyList<TargetPart> Parts { get; init => field = value.Count == 0 ? [] : [.. value]; } = [];

    /// <summary>How far it is; of a thread, how far the first part is that has not been sent.</summary>
    public required TargetState State { get; init; }

    /// <summary>The post's id, as the network names it.</summary>
    /// <value><see langword="null"/>: it is not known to be there.</value>
    public string? RemoteId { get; init; }

    /// <summary>Where people see it.</summary>
    /// <value><see langword="null"/>: it is not known to be there, or the network has no pages.</value>
    public string? Link { get; init; }

    /// <summary>Why it was refused, or what is unknown.</summary>
    /// <value>Empty.</value>
    public string Reason { get; init; } = "";

    /// <summary>When the network says that it was published.</summary>
    /// <value><see langword="null"/>: it is not known to be there.</value>
    public DateTimeOffset? SentAt { get; init; }
}
