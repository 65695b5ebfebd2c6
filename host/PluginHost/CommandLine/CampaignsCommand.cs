using System.CommandLine;
using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Scripting;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>campaigns</c>: how the campaigns stand; and <c>show</c>, <c>start</c>, <c>stop</c> and <c>resume</c> for one of them.</summary>
internal static class CampaignsCommand
{
    private static readonly Argument<string> Name = new("name")
    {
        Description = "The campaign's name; \"pluginhost campaigns\" lists them.",
        HelpName = "name",
    };

    private static readonly Option<bool> Changed = new("--changed")
    {
        Description = "Go on although the script was changed since.",
    };

    private static readonly Option<bool> Fresh = new("--fresh")
    {
        Description = "Give it up, and begin another run that does all of it again.",
    };

    public static Command Make()
    {
        var command = new Command("campaigns", "List the campaigns: when each runs next, and what came of it last.")
        {
            Verb("show", "Show a campaign: its occurrences, what they said and what they did.", ShowAsync),
            Verb("start", "Run a campaign now, and wait for its end.", StartAsync),
            Verb("stop", "Stop what is going of a campaign. It waits for \"resume\" then.", StopAsync),
            Verb("resume", "Go on with an occurrence that waits for a person or was interrupted, and wait for its end.", ResumeAsync, Changed, Fresh),
        };
        command.SetAction(ListAsync);
        return command;
    }

    private static Command Verb(string name, string description, Func<Session, Campaign, ParseResult, CancellationToken, Task<int>> work, params Option[] options)
    {
        var verb = new Command(name, description) { Name };
        foreach (var option in options)
            verb.Options.Add(option);

        verb.SetAction(async (commandLine, cancel) =>
        {
            await using var session = Open(commandLine);
            return await work(session, session.Engine.Campaigns.Find(commandLine.GetRequiredValue(Name)), commandLine, cancel);
        });
        return verb;
    }

    private static Session Open(ParseResult commandLine)
    {
        var session = Session.Open(commandLine);
        return session.Engine.Campaigns.Read().Problems is { Count: > 0 } problems ? throw new WrongUseException(string.Join('\n', problems)) : session;
    }

    private static async Task<int> ListAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Open(commandLine);
        var standings = await session.Engine.Campaigns.ListAsync(cancel);
        session.Printer.Print(CampaignTables.OfCampaigns(standings, session.Engine.Workspace.Root));
        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(Session session, Campaign campaign, ParseResult commandLine, CancellationToken cancel)
    {
        var standing = await session.Engine.Campaigns.StandingAsync(campaign, cancel);
        await CampaignTables.ShowAsync(session, standing, commandLine.GetValue(Common.Json), cancel);
        return ExitCode.Done;
    }

    private static async Task<int> StartAsync(Session session, Campaign campaign, ParseResult commandLine, CancellationToken cancel) =>
        await RunAsync(session, campaign, await session.Engine.Campaigns.AddAsync(campaign), Resumption.Unchanged, cancel);

    private static async Task<int> StopAsync(Session session, Campaign campaign, ParseResult commandLine, CancellationToken cancel)
    {
        var stopped = await session.Engine.Campaigns.StopAsync(campaign);
        session.Tell(stopped == 0 ? $"Nothing of {campaign.Name} is going." : $"{campaign.Name} is told to stop. \"pluginhost campaigns resume {campaign.Name}\" goes on with it.");
        return ExitCode.Done;
    }

    private static async Task<int> ResumeAsync(Session session, Campaign campaign, ParseResult commandLine, CancellationToken cancel)
    {
        var resumption = (commandLine.GetValue(Fresh), commandLine.GetValue(Changed)) switch
        {
            (true, true) => throw new WrongUseException("--fresh begins anew, --changed goes on: give one of them."),
            (true, _) => Resumption.Fresh,
            (_, true) => Resumption.Changed,
            _ => Resumption.Unchanged,
        };
        var standing = await session.Engine.Campaigns.StandingAsync(campaign, cancel);
        var open = standing.Open ?? throw new WrongUseException($"Nothing of {campaign.Name} waits to be resumed. \"pluginhost campaigns start {campaign.Name}\" begins another run.");
        return open.State == OccurrenceState.Running
            ? throw new WrongUseException($"{open.Name} is running. \"pluginhost campaigns stop {campaign.Name}\" stops it.")
            : await RunAsync(session, campaign, open.Name, resumption, cancel);
    }

    private static async Task<int> RunAsync(Session session, Campaign campaign, OccurrenceName name, Resumption resumption, CancellationToken cancel)
    {
        var known = await session.Engine.Campaigns.RunAsync(campaign, name, resumption, line => session.Person.Say(line.Text), cancel);
        if (known.State == OccurrenceState.Done)
            return ExitCode.Done;

        Complaint.Write($"{known.Name} {CampaignTables.Describe(known)}");
        return ExitCode.Failed;
    }
}
