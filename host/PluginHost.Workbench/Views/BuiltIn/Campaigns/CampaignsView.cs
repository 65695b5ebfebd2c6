using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Campaigns;

/// <summary>The campaigns: when each runs next, what came of it last, and what there is to be looked at. Enter shows what one said.</summary>
internal sealed class CampaignsView : ViewSource
{
    private const int LongestLast = 40;
    private readonly Workbench _workbench;

    public CampaignsView(Workbench workbench)
        : base(CampaignCommands.List, Texts.CampaignsTitle, Area.Editor)
    {
        _workbench = workbench;
        workbench.Engine.Campaigns.Happened += _ => Refresh();
        workbench.FileTaken += Refresh;
    }

    public override string Welcome => Texts.CampaignsEmpty;

    /// <summary>Says that one was started, stopped or resumed.</summary>
    public void Announce() => Refresh();

    public override async Task<View> SnapshotAsync(CancellationToken cancel)
    {
        var campaigns = _workbench.Engine.Campaigns;
        if (campaigns.Read().Problems is { Count: > 0 } problems)
            return new TextView { Text = string.Join("\n\n", problems) };

        return new TableView
        {
            Table = Table.Of(
                await campaigns.ListAsync(cancel),
                (CampaignCommands.Parameter, standing => standing.Campaign.Name),
                (Texts.CampaignState, standing => StateOf(standing)),
                (Texts.CampaignNext, standing => standing.Next is { } next ? OccurrenceWords.At(next.Instant, standing.Zone, standing.ReadAt) : null),
                (Texts.CampaignLast, standing => standing.Last is { } last ? Short(Describe(last, NameOf(last, standing))) : null),
                (Texts.CampaignWhen, standing => standing.Campaign.When)),
            Key = CampaignCommands.Parameter,
            OpenCommand = CampaignCommands.Log,
        };
    }

    /// <summary>An occurrence as a cell: its sign, its name, and what came of it.</summary>
    public static string Describe(KnownOccurrence known) => Describe(known, known.Name.Occurrence);

    private static string NameOf(KnownOccurrence known, CampaignStanding standing) =>
        known.DueAt is { } due ? OccurrenceWords.At(due, standing.Zone, standing.ReadAt) : known.Name.Occurrence;

    // What runs is never hidden by what waits, nor the other way round. What waits comes with the sign: somebody has to look at it.
    private static string? StateOf(CampaignStanding standing)
    {
        var waiting = standing.Of(OccurrenceState.Waiting).Count;
        var going = new CampaignStanding
        {
            Campaign = standing.Campaign,
            Occurrences = [.. standing.Occurrences.Where(known => known.State != OccurrenceState.Waiting)],
            Zone = standing.Zone,
            ReadAt = standing.ReadAt,
        }.Open;
        string[] parts = [going, waiting == 0 ? "" : Texts.Fill(waiting == 1 ? Texts.CampaignWaitsOne : Texts.CampaignWaitsMany, waiting)];
        var text = string.Join("; ", parts.Where(part => part.Length > 0));
        return text.Length == 0 ? null : $"{(waiting > 0 ? Sign.Doubt : Sign.Waiting)} {text}";
    }

    // Beside the others on a terminal of usual width; what was said and done has all of it.
    private static string Short(string text) => text.Length > LongestLast ? $"{text[..(LongestLast - 1)]}…" : text;

    private static string Describe(KnownOccurrence known, string name)
    {
        var (sign, what) = known.State switch
        {
            OccurrenceState.Done => (Sign.Good, Texts.CampaignDone),
            OccurrenceState.Running => (Sign.Waiting, Texts.CampaignRunning),
            OccurrenceState.Planned => (Sign.Waiting, Texts.CampaignPlanned),
            OccurrenceState.Interrupted => (Sign.Warning, Texts.CampaignInterrupted),
            OccurrenceState.Waiting => (Sign.Doubt, Texts.CampaignWaiting),
            OccurrenceState.Failed => (Sign.Bad, Texts.CampaignFailed),
            OccurrenceState.Abandoned => (Sign.Warning, Texts.CampaignAbandoned),
            _ => (Sign.Warning, Texts.CampaignSkipped),
        };
        var text = $"{sign} {name} {what}";
        return known.Outcome.Length > 0 ? $"{text}: {known.Outcome.ReplaceLineEndings(" ")}" : text;
    }
}
