using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.PressRoom.Releases;

/// <summary>A release as lists show it: armed and after, or only written so far.</summary>
internal sealed record ReleaseRow
{
    public required string Name { get; init; }

    /// <summary>Its state; <c>written</c>: not armed; <c>broken</c>: it cannot be as it stands.</summary>
    public required string State { get; init; }

    public int? Version { get; init; }

    public DateTimeOffset? Embargo { get; init; }

    /// <summary>The embargo as people write it; empty: there is none.</summary>
    public required string Written { get; init; }

    public required string Title { get; init; }

    public required string Languages { get; init; }

    public required string Teasers { get; init; }

    public required string Note { get; init; }

    /// <summary>How long it is to the embargo, in the two largest units; empty: it has passed, or there is none.</summary>
    public string LeftAt(DateTimeOffset now)
    {
        if (State is not (ReleaseStates.Armed or "written") || Embargo - now is not { } left || left <= TimeSpan.Zero)
            return "";

        return left switch
        {
            { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Days} d {left.Hours} h"),
            { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Hours} h {left.Minutes} min"),
            { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{left.Seconds} s"),
        };
    }

    /// <summary>How many teasers are how far: <c>2 sent, 1 scheduled</c>.</summary>
    public static string TeasersOf(IEnumerable<ReleaseTeaser> teasers) => string.Join(
        ", ",
        teasers.GroupBy(teaser => teaser.State).OrderBy(group => group.Key).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {TeaserStates.Text(group.Key)}")));
}
