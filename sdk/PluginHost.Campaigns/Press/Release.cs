namespace PluginHost.Campaigns;

/// <summary>A release: a text for the press, in one language or several, with the posts that announce it.</summary>
public sealed record Release
{
    /// <summary>Its name: that of its files without language and ending.</summary>
    public required string Name { get; init; }

    /// <summary>How far it is.</summary>
    public required ReleaseState State { get; init; }

    /// <summary>Which version is meant, from 1: each correction is one, and so is a retraction.</summary>
    public required int Version { get; init; }

    /// <summary>When it comes out, or came out at the earliest.</summary>
    public required DateTimeOffset Embargo { get; init; }

    /// <summary>What the wall clock shows at its embargo, with its zone, where a wall clock was meant: <c>2027-03-01 09:00 Europe/Oslo</c>. Where the rules of the zone change, the embargo follows it.</summary>
    /// <value>Empty: an instant was meant, or none.</value>
    public string Wall { get; init; } = "";

    /// <summary>When it came out.</summary>
    /// <value><see langword="null"/>: it is not out.</value>
    public DateTimeOffset? OutAt { get; init; }

    /// <summary>What holds it, or why it was taken back.</summary>
    /// <value>Empty.</value>
    public string Reason { get; init; } = "";

    /// <summary>Its pages, one a language, in the order of the languages.</summary>
    public required IReadOnlyList<ReleasePage> Pages { get; init => field = [.. value]; }

    /// <summary>What announces it, one a profile, in the order of <c>plugins.yaml</c>.</summary>
    public required IReadOnlyList<ReleaseTeaser> Teasers { get; init => field = [.. value]; }

    /// <summary>Whether it is public and each of its teasers has been sent.</summary>
    public bool IsDone => State == ReleaseState.Out && Teasers.All(teaser => teaser.State == TargetState.Sent);
}
