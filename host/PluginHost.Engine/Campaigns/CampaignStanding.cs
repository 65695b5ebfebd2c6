using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns;

/// <summary>How a campaign stands: what comes next, and what came of it last.</summary>
public sealed record CampaignStanding
{
    public required Campaign Campaign { get; init; }

    /// <summary>When it is due next; null where time does not start it, or it is over.</summary>
    public DueTime? Next { get; init; }

    /// <summary>Its newest occurrences, newest first.</summary>
    public required IReadOnlyList<KnownOccurrence> Occurrences { get; init; }

    /// <summary>The newest that is over and was not left out; null where there is none.</summary>
    public KnownOccurrence? Last => Occurrences.FirstOrDefault(known => known.IsOver && known.State != OccurrenceState.Skipped);

    /// <summary>An occurrence as people read it beside <see cref="Next"/>: when it was due, in the campaign's zone; one that time did not start, by its name.</summary>
    /// <param name="known">One of <see cref="Occurrences"/>.</param>
    public string NameOf(KnownOccurrence known) => known.DueAt is { } due && Campaign.Schedule is { Zone: var zone }
        ? new DueTime { Instant = due, Wall = TimeZoneInfo.ConvertTime(due, zone).DateTime, Zone = zone }.ToString()
        : known.Name.Occurrence;

    /// <summary>The zone in which <see cref="Open"/> tells times: the workspace's.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The instant at which it was looked.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>
    /// What is open, in words: <c>running since 09:00; 1 occurrence waits for a person</c>. What runs is told first, and neither hides the other; empty where
    /// nothing is open.
    /// </summary>
    public string Open
    {
        get
        {
            var waiting = Of(OccurrenceState.Waiting);
            var reason = waiting is [{ Outcome.Length: > 0 } one] ? $": {one.Outcome}" : "";
            string[] parts =
            [
                Tell(Of(OccurrenceState.Running), many => $"{many} running"),
                Tell(Of(OccurrenceState.Interrupted), many => $"{many} interrupted"),
                waiting.Count switch { 0 => "", 1 => $"1 occurrence waits for a person{reason}", var many => $"{many} occurrences wait for a person" },
                Tell(Of(OccurrenceState.Planned), many => $"{many} due, and not begun"),
            ];
            return string.Join("; ", parts.Where(part => part.Length > 0));
        }
    }

    /// <summary>Its open occurrences of one state, the oldest first.</summary>
    public IReadOnlyList<KnownOccurrence> Of(OccurrenceState state) => [.. Occurrences.Reverse().Where(known => known.State == state)];

    private string Tell(IReadOnlyList<KnownOccurrence> all, Func<string, string> ofMany) => all switch
    {
        [] => "",
        [var one] => OccurrenceWords.Of(one, Zone, ReadAt),
        _ => ofMany(all.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };
}
