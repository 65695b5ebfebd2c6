using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns;

/// <summary>What came of a person's wish, in words that say what to do next.</summary>
internal static class TurnWords
{
    /// <summary>Why nothing was done.</summary>
    /// <param name="refused">What was refused.</param>
    /// <param name="campaign">The campaign's name.</param>
    /// <param name="occurrence">The occurrence that was named; null where none was.</param>
    /// <param name="tell">How an occurrence stands, in words.</param>
    public static string Of(TurnRefused refused, string campaign, string? occurrence, Func<KnownOccurrence, string> tell) => refused.Why switch
    {
        TurnRefusal.Going => Going(refused.Occurrences[0], tell),
        TurnRefusal.NotBegun => $"{refused.Occurrences[0].Name} is {tell(refused.Occurrences[0])}: it comes when its turn comes, and whoever serves the workspace begins it then.",
        TurnRefusal.Over => $"{campaign} {occurrence} is over. \"pluginhost campaigns show {campaign}\" tells what came of it.",
        TurnRefusal.Unknown => $"There is no {campaign} {occurrence}. \"pluginhost campaigns show {campaign}\" lists the occurrences.",
        TurnRefusal.SeveralWait => $"{refused.Occurrences.Count} occurrences of {campaign} wait. Say which: pluginhost campaigns resume {campaign} OCCURRENCE.\n"
            + string.Join('\n', refused.Occurrences.Select(known => $"  {known.Name.Occurrence}  {tell(known)}{(known.Outcome.Length > 0 ? $": {known.Outcome}" : "")}")),
        _ => $"Nothing of {campaign} waits to be resumed. \"pluginhost campaigns start {campaign}\" begins another run.",
    };

    private static string Going(KnownOccurrence known, Func<KnownOccurrence, string> tell)
    {
        var name = known.Name.Campaign;
        var by = known.StartedBy switch { StartedBy.Time => "by its plan", StartedBy.Event => "by an event", _ => "by a person" };
        var next = known.State switch
        {
            OccurrenceState.Running => $"Wait for its end, or stop it with \"pluginhost campaigns stop {name}\".",
            OccurrenceState.Interrupted => $"\"pluginhost campaigns resume {name}\" goes on with it, and so does whoever serves the workspace.",
            _ => $"Whoever serves the workspace begins it; \"pluginhost campaigns stop {name}\" holds it back.",
        };
        return $"{known.Name}, started {by}, is {tell(known)}, and one of {name} is going at a time. {next}";
    }
}
