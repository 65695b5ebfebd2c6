using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Campaigns;

/// <summary>The occurrences of the campaign that was chosen last, and beneath each what it did, step by step.</summary>
internal sealed class CampaignJournalView : ViewSource
{
    // Of older ones the steps are there, and nobody looks at them here.
    private const int WithSteps = 10;
    private readonly Workbench _workbench;
    private volatile string _campaign = "";

    public CampaignJournalView(Workbench workbench)
        : base(CampaignCommands.Journal, Texts.CampaignJournalTitle, Area.Panel)
    {
        _workbench = workbench;
        workbench.Engine.Campaigns.Happened += happened =>
        {
            if (happened.Campaign == _campaign)
                Refresh();
        };
    }

    public override string Welcome => Texts.CampaignJournalEmpty;

    public void Show(string campaign)
    {
        _campaign = campaign;
        Refresh();
    }

    public override async Task<View> SnapshotAsync(CancellationToken cancel)
    {
        if (_workbench.Engine.Campaigns.Read().Find(_campaign) is not { } campaign)
            return new Tree { Nodes = [] };

        var nodes = new List<TreeNode>();
        foreach (var known in (await _workbench.Engine.Campaigns.StandingAsync(campaign, cancel)).Occurrences)
            nodes.Add(NodeOf(known, nodes.Count < WithSteps ? await _workbench.Engine.Campaigns.ReadStepsAsync(known.Name, cancel) : []));

        return new Tree { Nodes = nodes };
    }

    private static TreeNode NodeOf(KnownOccurrence known, IReadOnlyList<(string Step, string Body)> steps) => new()
    {
        Id = known.Name.Occurrence,
        Text = CampaignsView.Describe(known),
        Detail = known.Attempts == 0
            ? ""
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{known.Cpu.TotalSeconds:0.0} s · {known.PeakMemory / 1048576} MB"),
        Fields = Record.Of((CampaignCommands.Parameter, known.Name.Campaign)),
        Children = [.. steps.Select(step => new TreeNode { Id = $"{known.Name.Occurrence} {step.Step}", Text = step.Body.ReplaceLineEndings(" "), Detail = step.Step })],
    };
}
