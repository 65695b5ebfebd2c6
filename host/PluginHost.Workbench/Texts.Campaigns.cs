namespace PluginHost.Workbench;

// What is said of campaigns that run by themselves.
internal static partial class Texts
{
    public static string CampaignAbandoned => Get();

    public static string CampaignAsked => Get();

    public static string CampaignDone => Get();

    public static string CampaignFailed => Get();

    public static string CampaignInterrupted => Get();

    public static string CampaignJournalEmpty => Get();

    public static string CampaignJournalTitle => Get();

    public static string CampaignLast => Get();

    public static string CampaignLogEmpty => Get();

    public static string CampaignLogTitle => Get();

    public static string CampaignNext => Get();

    public static string CampaignNothingGoing => Get();

    public static string CampaignNothingWaits => Get();

    public static string CampaignPlanned => Get();

    public static string CampaignQueued => Get();

    public static string CampaignRunning => Get();

    public static string CampaignSkipped => Get();

    public static string CampaignStarts => Get();

    public static string CampaignState => Get();

    public static string CampaignStops => Get();

    public static string CampaignWaiting => Get();

    public static string CampaignWaitsMany => Get();

    public static string CampaignWaitsOne => Get();

    public static string CampaignWhen => Get();

    public static string CampaignsEmpty => Get();

    public static string CampaignsTitle => Get();

    public static string CommandCampaignJournal => Get();

    public static string CommandCampaignLog => Get();

    public static string CommandCampaignResume => Get();

    public static string CommandCampaignStart => Get();

    public static string CommandCampaignStop => Get();

    public static string CommandCampaigns => Get();
}
