namespace PluginHost.Campaigns;

/// <summary>The network has the post.</summary>
public sealed record Sent : SendResult
{
    /// <summary>The post's id, as the network names it.</summary>
    public required string RemoteId { get; init; }

    /// <summary>Where people see it.</summary>
    /// <value><see langword="null"/>: the network has no pages.</value>
    public string? Link { get; init; }

    /// <summary>When the network says that it was published.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The other parts of the thread, where they were published with it (<see cref="Outgoing.Rest"/>), in their order.</summary>
    /// <value>Empty: it alone.</value>
    public IReadOnlyList<Sent> Rest { get; init => field = [.. value]; } = [];
}
