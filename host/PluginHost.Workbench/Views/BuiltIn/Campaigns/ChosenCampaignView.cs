using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Campaigns;

/// <summary>A view in the panel of the campaign that was chosen last. What happens to that one is seen at once.</summary>
internal abstract class ChosenCampaignView : ViewSource
{
    private volatile string _campaign = "";

    protected ChosenCampaignView(Workbench workbench, string id, string title)
        : base(id, title, Area.Panel)
    {
        Workbench = workbench;
        workbench.Engine.Campaigns.Happened += happened =>
        {
            if (happened.Campaign == _campaign)
                Refresh();
        };
    }

    protected Workbench Workbench { get; }

    /// <summary>The campaign's name; empty before one was chosen.</summary>
    protected string Campaign => _campaign;

    public void Show(string campaign)
    {
        _campaign = campaign;
        Refresh();
    }
}
