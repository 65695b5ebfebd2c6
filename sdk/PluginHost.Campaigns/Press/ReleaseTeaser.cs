namespace PluginHost.Campaigns;

/// <summary>A post that announces a release on one profile.</summary>
public sealed record ReleaseTeaser
{
    /// <summary>The profile's name, with its at sign.</summary>
    public required string Profile { get; init; }

    /// <summary>The language that it is in (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>How far it is.</summary>
    public required TargetState State { get; init; }

    /// <summary>Where people see it.</summary>
    /// <value><see langword="null"/>: it is not known to be there, or the network has no pages.</value>
    public string? Link { get; init; }

    /// <summary>Why it is not there.</summary>
    /// <value>Empty.</value>
    public string Reason { get; init; } = "";
}
