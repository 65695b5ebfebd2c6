using System.CommandLine;
using System.Globalization;
using PluginHost.Engine.Plugins.Bisecting;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Plugins;

/// <summary>
/// <c>plugins bisect</c>: finds the plugins that make a verb fail, by running it again and again with some of them set aside. Each run is a process of its own, and
/// nothing is written into <c>plugins.yaml</c>: whatever ends the search, everything is as before.
/// </summary>
internal static class BisectVerb
{
    private static readonly Option<string> Keep = new("--keep")
    {
        Description = "Plugins that the verb cannot do without: ids with commas. They are never set aside.",
        HelpName = "IDS",
        DefaultValueFactory = _ => "",
    };

    private static readonly Argument<string[]> Verb = new("verb")
    {
        Description = "The verb that fails, with all that it takes, behind --. It is run many times: take one that changes nothing outside.",
        HelpName = Misuse.ScriptWords,
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Make()
    {
        var verb = new Command("bisect", "Find the plugins that make a verb fail: pluginhost plugins bisect --keep a,b -- do acme.count") { Keep, Verb };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        Misuse.RefuseLooseOption(commandLine);
        await using var session = Session.Open(commandLine);
        var known = session.Engine.Plugins.All.Select(plugin => plugin.Id).ToList();
        var keep = SetAside.Ids(commandLine.GetValue(Keep) ?? "");
        if (keep.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            throw new WrongUseException($"The workspace names no plugin \"{unknown}\" to keep.{Nearest.Hint(unknown, known)}");

        List<string> arguments = commandLine.GetValue(Common.Workspace) is { } workspace ? ["--workspace", workspace] : [];
        arguments.AddRange(commandLine.GetRequiredValue(Verb));
        var looks = 0;
        var suspects = session.Engine.Plugins.Usable.Select(plugin => plugin.Id).Except(keep).ToList();
        var result = await new Bisection(suspects, IsThereAsync).RunAsync(cancel);
        return Tell(session, result, suspects, keep);

        async Task<bool> IsThereAsync(IReadOnlySet<string> off, CancellationToken stop)
        {
            var code = await BisectRun.RunAsync(arguments, off, stop);
            session.Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"{++looks}. {(off.Count == 0 ? "with all" : $"without {string.Join(", ", off)}")}: {(IsGood(code) ? "good" : "bad")}{(code == ExitCode.Done ? "" : $", exit code {code}")}"));
            return !IsGood(code);
        }
    }

    // Wrong use is no trouble: a command is gone with the plugin that is set aside.
    private static bool IsGood(int code) => code is ExitCode.Done or ExitCode.WrongUse;

    private static int Tell(Session session, BisectionResult result, List<string> suspects, IReadOnlySet<string> keep)
    {
        switch (result.End)
        {
            case BisectionEnd.NoTrouble:
                throw new PluginHostException("With all plugins the verb ends with 0, or with 2 for wrong use: there is nothing to find. Behind -- stands the verb that fails.");
            case BisectionEnd.NobodyOfThem:
                throw new PluginHostException(
                    $"The verb fails without {(suspects.Count == 0 ? "any plugin set aside" : string.Join(", ", suspects) + " too")}, so it is none of them{(keep.Count == 0 ? "" : $", or one that is kept: {string.Join(", ", keep)}")}. Keep what it cannot do without: --keep IDS. "
                    + "Else look at what it says by itself.");
            default:
                session.Printer.Print(Table.Of(
                    result.Groups.SelectMany((group, number) => group.Select(plugin => (Number: number + 1, Plugin: plugin))),
                    ("group", one => one.Number),
                    ("plugin", one => one.Plugin)));
                session.Tell(result.Groups.Count == 1 && result.Groups[0].Count > 1 ? "The verb fails where all of them are on."
                    : result.Groups.Count > 1 ? "Each group makes the verb fail by itself; all of a group are needed for it."
                    : "The verb fails where it is on.");
                return ExitCode.Done;
        }
    }
}
