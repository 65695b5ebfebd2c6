namespace PluginHost.Campaigns;

/// <summary>A post on its way out, as one profile says it.</summary>
public sealed record Outgoing
{
    /// <summary>Who says it.</summary>
    public required Profile Profile { get; init; }

    /// <summary>What is said, final.</summary>
    public required string Text { get; init; }

    /// <summary>The language that it is in (BCP 47).</summary>
    /// <value>Empty: none is stated.</value>
    public string Language { get; init; } = "";

    /// <summary>The post that it answers, as the network names it.</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? InReplyTo { get; init; }

    /// <summary>Pictures and films, in the order in which they are shown. A network that says nothing of media in its rules is given none.</summary>
    /// <value>Empty: none.</value>
    public IReadOnlyList<OutgoingMedium> Media { get; init => field = [.. value]; } = [];

    /// <summary>What goes with it besides. What the network's rules do not take is not given to it.</summary>
    /// <value><see cref="PostExtras.None"/>.</value>
    public PostExtras Extras { get; init; } = PostExtras.None;

    /// <summary>
    /// The other parts of the thread whose first part this is, in order, for a network that publishes a thread as one (<see cref="NetworkRules.ThreadsAtOnce"/>): it publishes them all or none, and
    /// answers with <see cref="Sent.Rest"/>.
    /// </summary>
    /// <value>Empty: it is one post, a part but the first, or the network takes parts one by one.</value>
    public IReadOnlyList<OutgoingPart> Rest { get; init => field = [.. value]; } = [];

    /// <summary>The first part of the thread that it goes on, as the network names it.</summary>
    /// <value><see langword="null"/>: it is no part of a thread of ours, or its first.</value>
    public string? ThreadRoot { get; init; }

    /// <summary>When it was planned for, frozen so that a repeated send is the same to the byte.</summary>
    public required DateTimeOffset PlannedAt { get; init; }
}
