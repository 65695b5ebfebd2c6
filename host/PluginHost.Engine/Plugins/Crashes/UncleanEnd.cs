namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>How a process of this workspace ended that did not end in order, and what is known of who ended it.</summary>
public sealed record UncleanEnd
{
    /// <summary>About when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The plugin that ended it, as far as that is proven; null where it is not.</summary>
    public string? Plugin { get; init; }

    /// <summary>What happened, and what follows from it, in sentences.</summary>
    public required string Message { get; init; }

    /// <summary>The first lines of what the runtime wrote; empty where it wrote nothing.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether it was ended by what ran in it, and not from outside.</summary>
    public bool IsProven => Plugin is not null || Words.Length > 0;

    /// <summary>What there is to say, without what the runtime wrote.</summary>
    public string Summary => Plugin is null ? Message : $"{Plugin} is left out: {Message}";

    /// <summary>All of it, for people.</summary>
    public override string ToString() => Words.Length == 0 ? Summary : $"{Summary}\n{Words}";
}
