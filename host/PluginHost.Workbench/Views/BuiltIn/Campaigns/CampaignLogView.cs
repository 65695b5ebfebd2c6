using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Campaigns;

/// <summary>What the campaign that was chosen last has said, whichever process ran it.</summary>
internal sealed class CampaignLogView : ViewSource
{
    private const int Lines = 1_000;
    private readonly Workbench _workbench;
    private volatile string _campaign = "";

    public CampaignLogView(Workbench workbench)
        : base(CampaignCommands.Log, Texts.CampaignLogTitle, Area.Panel)
    {
        _workbench = workbench;
        workbench.Engine.Campaigns.Happened += happened =>
        {
            if (happened.Campaign == _campaign)
                Refresh();
        };
    }

    public override string Welcome => Texts.CampaignLogEmpty;

    public void Show(string campaign)
    {
        _campaign = campaign;
        Refresh();
    }

    public override async Task<View> SnapshotAsync(CancellationToken cancel) => new LogView
    {
        Lines = _campaign is { Length: > 0 } campaign ? await _workbench.Engine.Campaigns.ReadLinesAsync(campaign, Lines, cancel) : [],
    };
}
