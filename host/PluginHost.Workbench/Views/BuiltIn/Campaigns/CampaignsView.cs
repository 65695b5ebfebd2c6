using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Campaigns;

/// <summary>The campaigns: when each runs next, what came of it last, and what there is to be looked at. Enter shows what one said.</summary>
internal sealed class CampaignsView : ViewSource
{
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
                (Texts.CampaignWhen, standing => standing.Campaign.When),
                (Texts.CampaignNext, standing => standing.Next?.ToString()),
                (Texts.CampaignLast, standing => standing.Last is { } last ? Describe(last, standing.NameOf(last)) : null),
                (Texts.CampaignState, standing => standing.Open is { } open ? Describe(open, standing.NameOf(open)) : null)),
            Key = CampaignCommands.Parameter,
            OpenCommand = CampaignCommands.Log,
        };
    }

    /// <summary>An occurrence as a cell: its sign, its name, and what came of it.</summary>
    public static string Describe(KnownOccurrence known) => Describe(known, known.Name.Occurrence);

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
