namespace PluginHost.Campaigns;

/// <summary>Something that somebody has said in public.</summary>
public sealed record PublicPost
{
    /// <summary>Names the post on its network for ever: a second sight of it is known by it, and an answer names it.</summary>
    public required string RemoteId { get; init; }

    /// <summary>Who said it.</summary>
    public required string Handle { get; init; }

    /// <summary>The name that they show.</summary>
    /// <value>Empty: none.</value>
    public string Name { get; init; } = "";

    /// <summary>What was said.</summary>
    public required string Text { get; init; }

    /// <summary>The language, as its author or the network states it (BCP 47).</summary>
    /// <value>Empty: nobody says.</value>
    public string Language { get; init; } = "";

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where people see it.</summary>
    /// <value><see langword="null"/>: the network has no page for it.</value>
    public string? Link { get; init; }
}
