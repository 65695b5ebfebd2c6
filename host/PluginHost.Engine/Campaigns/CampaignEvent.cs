using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns;

/// <summary>Something that happened to a campaign.</summary>
public sealed record CampaignEvent
{
    /// <summary>The campaign; empty where it is about all of them.</summary>
    public required string Campaign { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>What happened, as people read it.</summary>
    public required string Text { get; init; }

    /// <param name="known">The occurrence that a process of this program worked on.</param>
    /// <param name="isStopping">Whether this program is stopping, so that another has to go on with it.</param>
    internal static CampaignEvent Of(KnownOccurrence known, bool isStopping)
    {
        var (severity, what) = known.State switch
        {
            OccurrenceState.Done => (Severity.Information, "is done"),
            OccurrenceState.Waiting => (Severity.Warning, "waits for a person"),
            OccurrenceState.Failed => (Severity.Error, "failed"),
            OccurrenceState.Interrupted when isStopping => (Severity.Warning, "was interrupted: the next serve goes on with it"),
            OccurrenceState.Interrupted => (Severity.Warning, "was interrupted, and is gone on with"),
            var state => (Severity.Warning, $"is {state.ToString().ToLowerInvariant()}"),
        };
        return new CampaignEvent
        {
            Campaign = known.Name.Campaign,
            Severity = severity,
            Text = known.Outcome.Length > 0 ? $"{known.Name} {what}: {known.Outcome}" : $"{known.Name} {what}",
        };
    }
}
