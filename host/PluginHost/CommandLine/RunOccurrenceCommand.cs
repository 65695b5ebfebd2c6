using System.CommandLine;
using PluginHost.Engine.Campaigns.Running;
using PluginHost.Engine.Isolation;
using PluginHost.Engine.Scripting;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>The hidden verb that this program starts itself with, to run an occurrence of a campaign in a process of its own.</summary>
internal static class RunOccurrenceCommand
{
    private static readonly Option<string> Campaign = new("--campaign") { Required = true };
    private static readonly Option<string> Occurrence = new("--occurrence") { Required = true };
    private static readonly Option<string> From = new("--from") { Required = true };
    private static readonly Option<Resumption> How = new("--resumption");

    public static Command Make()
    {
        var command = new Command(OccurrenceVerb.Name, "Run an occurrence of a campaign. The program starts itself with this.")
        {
            Campaign, Occurrence, From, How, RunCommand.Control,
        };
        command.Hidden = true;
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var parent = ParentWatch.Of(
            commandLine.GetValue(RunCommand.Control) ?? throw new WrongUseException($"{OccurrenceVerb.Name} is for this program itself: try \"pluginhost campaigns start\"."),
            TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, parent.Gone);
        await using var session = Session.Open(commandLine);
        session.WarnOfRefusedPlugins();

        // The parent has no other ears for what plugins do here. Beside what the script says, so that the two are told apart; faults are told at the end, by themselves.
        session.Engine.Output.Added += line =>
        {
            if (!line.IsFault)
                session.Tell($"{line.Source}: {Visible.OneLine(line.Text.ReplaceLineEndings("\n"))}");
        };
        var name = new OccurrenceName(commandLine.GetRequiredValue(Campaign), commandLine.GetRequiredValue(Occurrence));
        var outcome = await session.Engine.Campaigns.RunHereAsync(
            name, commandLine.GetRequiredValue(From), commandLine.GetValue(How), session.Person, either.Token);
        return RunCommand.Tell(session, outcome);
    }
}
