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

    private static readonly Argument<string?> Occurrence = new("occurrence")
    {
        Description = "Which of the campaign's occurrences, where there are several; \"pluginhost campaigns show NAME\" lists them.",
        HelpName = "occurrence",
        Arity = ArgumentArity.ZeroOrOne,
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
            Verb("show", "Show a campaign: its occurrences, what they said and what they did.", ShowAsync, Occurrence),
            Verb("start", "Run a campaign now, and wait for its end.", StartAsync),
            Stop(),
            Verb("resume", "Go on with an occurrence that waits for a person or was interrupted, and wait for its end.", ResumeAsync, Occurrence, Changed, Fresh),
        };
        command.SetAction(ListAsync);
        return command;
    }

    private static Command Stop()
    {
        var verb = new Command("stop", "Stop what is going of a campaign. It waits for \"resume\" then.") { Name };
        verb.SetAction(StopAsync);
        return verb;
    }

    private static Command Verb(string name, string description, Func<Session, Campaign, ParseResult, CancellationToken, Task<int>> work, params Symbol[] more)
    {
        var verb = new Command(name, description) { Name };
        foreach (var symbol in more)
        {
            if (symbol is Argument argument)
                verb.Arguments.Add(argument);
            else
                verb.Options.Add((Option)symbol);
        }

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
        var root = session.Engine.Workspace.Root;
        session.Printer.Print(commandLine.GetValue(Common.Json) ? CampaignTables.OfCampaignsForPrograms(standings, root) : CampaignTables.OfCampaigns(standings, root));
        foreach (var problem in await session.Engine.Campaigns.FindDeafAsync(cancel))
            Complaint.Warn(problem.ToString());

        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(Session session, Campaign campaign, ParseResult commandLine, CancellationToken cancel)
    {
        var standing = await session.Engine.Campaigns.StandingAsync(campaign, cancel);
        var occurrence = commandLine.GetValue(Occurrence);
        if (occurrence is not null && !standing.Occurrences.Any(known => known.Name.Occurrence == occurrence))
            throw new WrongUseException($"There is no {campaign.Name} {occurrence}. \"pluginhost campaigns show {campaign.Name}\" lists the occurrences.");

        await CampaignTables.ShowAsync(session, standing, occurrence, commandLine.GetValue(Common.Json), cancel);
        return ExitCode.Done;
    }

    private static async Task<int> StartAsync(Session session, Campaign campaign, ParseResult commandLine, CancellationToken cancel)
    {
        await TrustQuestion.DemandAsync(session.Engine, cancel);
        switch (await session.Engine.Campaigns.StartAsync(campaign))
        {
            case TurnTaken taken:
                return await RunAsync(session, campaign, taken, cancel);
            case TurnQueued queued:
                session.Tell(
                    $"{queued.Name} waits its turn: {queued.Behind.Name} is {session.Engine.Campaigns.Tell(queued.Behind)}. Whoever serves the workspace begins it then; "
                    + $"\"pluginhost campaigns show {campaign.Name}\" tells how it stands.");
                return ExitCode.Done;
            case var other:
                throw new InvalidOperationException($"A start was answered with {other}.");
        }
    }

    // By its name alone: what runs can be stopped whatever is written wrong meanwhile.
    private static async Task<int> StopAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        var (campaigns, name) = (session.Engine.Campaigns, commandLine.GetRequiredValue(Name));
        if (await campaigns.StopAsync(name) == 0)
        {
            // Whoever has mistyped the name is told that, and not that nothing is going.
            if (campaigns.Read().Problems.Count == 0)
                campaigns.Find(name);

            throw new WrongUseException($"Nothing of {name} is going, so nothing was stopped. \"pluginhost campaigns\" lists what is.");
        }

        session.Tell($"{name} is told to stop. \"pluginhost campaigns resume {name}\" goes on with it.");
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
        await TrustQuestion.DemandAsync(session.Engine, cancel);
        return await RunAsync(session, campaign, await session.Engine.Campaigns.ResumeAsync(campaign, commandLine.GetValue(Occurrence), resumption), cancel);
    }

    // What the script says is the result; what is said beside it goes where "run" says it.
    private static async Task<int> RunAsync(Session session, Campaign campaign, TurnTaken taken, CancellationToken cancel)
    {
        var beside = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var known = await session.Engine.Campaigns.RunAsync(campaign, taken, Hear, cancel);
        if (known.State == OccurrenceState.Done)
            return ExitCode.Done;

        // What the run itself has told is not told twice.
        var reason = known.Outcome.Split('\n')[0].Split(": ")[^1];
        var isTold = reason.Length > 0 && beside.Any(text => text.Contains(reason, StringComparison.Ordinal));
        Complaint.Write($"{known.Name} {CampaignTables.Describe(isTold ? known with { Outcome = "" } : known)}");
        return ExitCode.Failed;

        void Hear(LogLine line)
        {
            if (line.Severity == Severity.Information)
            {
                session.Person.Say(line.Text);
                return;
            }

            beside.Enqueue(line.Text);
            session.Tell(Visible.Lines(line.Text));
        }
    }
}
