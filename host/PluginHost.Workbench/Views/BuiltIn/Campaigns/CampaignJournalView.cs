using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Campaigns;

/// <summary>The occurrences of the campaign that was chosen last, and beneath each what it did, step by step.</summary>
internal sealed class CampaignJournalView(Workbench workbench) : ChosenCampaignView(workbench, CampaignCommands.Journal, Texts.CampaignJournalTitle)
{
    // Of older ones the steps are there, and nobody looks at them here.
    private const int WithSteps = 10;

    public override string Welcome => Texts.CampaignJournalEmpty;

    public override async Task<View> SnapshotAsync(CancellationToken cancel)
    {
        if (Workbench.Engine.Campaigns.Read().Find(Campaign) is not { } campaign)
            return new Tree { Nodes = [] };

        var nodes = new List<TreeNode>();
        foreach (var known in (await Workbench.Engine.Campaigns.StandingAsync(campaign, cancel)).Occurrences)
            nodes.Add(NodeOf(known, nodes.Count < WithSteps ? await Workbench.Engine.Campaigns.ReadStepsAsync(known.Name, cancel) : []));

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
