namespace PluginHost.Campaigns;

/// <summary>Something that somebody did to a profile.</summary>
public sealed record NetworkEvent
{
    /// <summary>Names the event on its network, so that a second sight of it is known.</summary>
    public required string Id { get; init; }

    /// <summary>What was done.</summary>
    public required NetworkEventKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public required string Handle { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The post that it was done to, as the network names it.</summary>
    /// <value><see langword="null"/>: it was done to the profile.</value>
    public string? Post { get; init; }

    /// <summary>What was said.</summary>
    /// <value>Empty: nothing.</value>
    public string Text { get; init; } = "";

    /// <summary>The own id of what was said, as the network names it; of a deletion, the id of what was taken back.</summary>
    /// <value><see langword="null"/>: nothing was said that could be answered.</value>
    public string? RemoteId { get; init; }

    /// <summary>The name that the one who did it shows.</summary>
    /// <value>Empty: the network does not tell.</value>
    public string Name { get; init; } = "";

    /// <summary>The first post of the thread that it belongs to, as the network names it.</summary>
    /// <value><see langword="null"/>: the network does not tell, or it begins one.</value>
    public string? Thread { get; init; }
}
