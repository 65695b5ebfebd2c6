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

    /// <summary>What is to be looked at first: one that waits for a person, then one that is going; null where nothing is open.</summary>
    public KnownOccurrence? Open =>
        Occurrences.FirstOrDefault(known => known.State == OccurrenceState.Waiting) ?? Occurrences.FirstOrDefault(known => !known.IsOver);
}
