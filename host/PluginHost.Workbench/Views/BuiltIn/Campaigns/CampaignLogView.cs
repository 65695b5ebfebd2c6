using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Campaigns;

/// <summary>What the campaign that was chosen last has said, whichever process ran it.</summary>
internal sealed class CampaignLogView(Workbench workbench) : ChosenCampaignView(workbench, CampaignCommands.Log, Texts.CampaignLogTitle)
{
    private const int Lines = 1_000;

    public override string Welcome => Texts.CampaignLogEmpty;

    public override async Task<View> SnapshotAsync(CancellationToken cancel) => new LogView
    {
        Lines = Campaign is { Length: > 0 } campaign ? await Workbench.Engine.Campaigns.ReadLinesAsync(campaign, Lines, cancel) : [],
    };
}
