using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Views.BuiltIn.Campaigns;

/// <summary>What can be done with campaigns, and the views that show them.</summary>
internal sealed class CampaignCommands
{
    public const string List = "workbench.campaigns";
    public const string Log = "workbench.campaigns.log";
    public const string Journal = "workbench.campaigns.journal";

    /// <summary>The parameter, and the column, that names a campaign.</summary>
    public const string Parameter = "campaign";

    private const string InList = $"view == {List}";
    private readonly Workbench _workbench;
    private readonly CampaignsView _list;
    private readonly CampaignLogView _log;
    private readonly CampaignJournalView _journal;

    private CampaignCommands(Workbench workbench)
    {
        _workbench = workbench;
        (_list, _log, _journal) = (new CampaignsView(workbench), new CampaignLogView(workbench), new CampaignJournalView(workbench));
    }

    public static void AddTo(Workbench workbench)
    {
        var commands = new CampaignCommands(workbench);
        workbench.Add(commands._list);
        workbench.Add(commands._log);
        workbench.Add(commands._journal);
        commands.AddCommands();
    }

    private void AddCommands()
    {
        _workbench.Add(CommandEntry.Quick(List, Texts.CommandCampaigns, () => _workbench.OpenView(List)));
        Add("workbench.campaigns.start", Texts.CommandCampaignStart, "s", StartAsync);
        Add("workbench.campaigns.stop", Texts.CommandCampaignStop, "c", StopAsync);
        Add("workbench.campaigns.resume", Texts.CommandCampaignResume, "r", ResumeAsync);
        Add(Log, Texts.CommandCampaignLog, "o", campaign => ShowAsync(Log, () => _log.Show(campaign.Name)));
        Add(Journal, Texts.CommandCampaignJournal, "j", campaign => ShowAsync(Journal, () => _journal.Show(campaign.Name)));
    }

    private void Add(string id, string title, string key, Func<Campaign, Task> work) => _workbench.Add(
        new CommandEntry
        {
            Id = id,
            Title = title,
            Parameters = [new ParameterContribution { Name = Parameter, Kind = ParameterKind.Text, Question = Texts.CampaignAsked }],
            Run = async (arguments, _) =>
            {
                await work(_workbench.Engine.Campaigns.Find(arguments[Parameter].ToString()));
                _list.Announce();
                return Value.Nothing;
            },
        },
        new OwnKey(key, id) { When = InList });

    private Task ShowAsync(string view, Action show)
    {
        _workbench.Post(() =>
        {
            show();
            _workbench.ShowInPanel(view);
        });
        return Task.CompletedTask;
    }

    // Whoever serves begins it, in a second at most: this screen does, too.
    private async Task StartAsync(Campaign campaign)
    {
        var text = await _workbench.Engine.Campaigns.AddAsync(campaign) switch
        {
            TurnQueued queued => Texts.Fill(Texts.CampaignQueued, queued.Name, queued.Behind.Name, _workbench.Engine.Campaigns.Tell(queued.Behind)),
            var turn => Texts.Fill(Texts.CampaignStarts, ((TurnTaken)turn).Name),
        };
        Tell(Severity.Information, text);
    }

    private async Task StopAsync(Campaign campaign)
    {
        var stopped = await _workbench.Engine.Campaigns.StopAsync(campaign.Name);
        Tell(Severity.Information, Texts.Fill(stopped == 0 ? Texts.CampaignNothingGoing : Texts.CampaignStops, campaign.Name));
    }

    private async Task ResumeAsync(Campaign campaign)
    {
        var standing = await _workbench.Engine.Campaigns.StandingAsync(campaign, CancellationToken.None);

        // The oldest first, as they would have come.
        if (standing.Occurrences.LastOrDefault(known => known.State == OccurrenceState.Waiting) is not { } waiting)
        {
            Tell(Severity.Information, Texts.Fill(Texts.CampaignNothingWaits, campaign.Name));
            return;
        }

        await _workbench.Engine.Campaigns.ResumeAsync(waiting.Name);
        Tell(Severity.Information, Texts.Fill(Texts.CampaignStarts, waiting.Name));
    }

    private void Tell(Severity severity, string text) => _workbench.Post(() => _workbench.Tell(severity, text));
}
