using System.CommandLine;
using System.CommandLine.Invocation;
using PluginHost.Torture.Campaigns;
using PluginHost.Torture.Giveaways;
using PluginHost.Torture.Peers;
using PluginHost.Torture.Press;
using PluginHost.Torture.Scripts;
using PluginHost.Torture.Sending;
using PluginHost.Torture.Stores;
using PluginHost.Torture.Streams;
using PluginHost.Torture.TwoWorkers;

namespace PluginHost.Torture;

/// <summary>Kills what PluginHost runs, at random moments, and counts what became of it. It ends with 1 where what must hold does not.</summary>
internal static class Program
{
    private const int WrongUse = 2;

    private static readonly Option<string> Store = new("--store")
    {
        Description = "sqlite, or postgres: a server of its own, from this machine's initdb.",
        DefaultValueFactory = _ => StoreChoice.Sqlite.Name,
        HelpName = "STORE",
    };

    private static readonly Option<int> Seed = Number("--seed", "What moments and troubles are drawn from.", 1);

    private static async Task<int> Main(string[] arguments)
    {
        Store.AcceptOnlyFromAmong([.. StoreChoice.All.Select(choice => choice.Name)]);
        var root = Kill();
        root.Subcommands.Add(TwoWorkers());
        root.Subcommands.Add(Streams());
        root.Subcommands.Add(Script());
        root.Subcommands.Add(Campaign());
        root.Subcommands.Add(Giveaways());
        root.Subcommands.Add(Press());
        root.Subcommands.Add(Peers());
        var commandLine = root.Parse(arguments);
        try
        {
            var exitCode = await commandLine.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return commandLine.Action is ParseErrorAction ? WrongUse : exitCode;
        }
        catch (TortureException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static RootCommand Kill()
    {
        var kills = Number("--kills", "How often a worker is killed.", 100);
        var posts = Number("--posts", "How many posts fall due meanwhile. Default: four for each kill.", 0);
        var workers = Number("--workers", "How many workers there are at once.", 2);
        var root = new RootCommand("Kills workers while posts are due on profiles of all kinds, and counts what was lost, sent twice, or is unknown.")
        {
            kills, posts, workers, Store, Seed,
        };
        root.SetAction(async (line, cancel) =>
        {
            var options = new KillRunOptions
            {
                Kills = line.GetValue(kills),
                Posts = line.GetValue(posts) is > 0 and var given ? given : 4 * Math.Max(10, line.GetValue(kills)),
                Workers = line.GetValue(workers),
                Seed = line.GetValue(Seed),
                Store = ChoiceIn(line),
            };
            return ExitCode((await new KillRun(options).RunAsync(cancel)).Holds);
        });
        return root;
    }

    private static Command TwoWorkers()
    {
        var posts = Number("--posts", "How many posts are due.", 5_000);
        var command = new Command("two-workers", "Two at work on one store: each post is sent once.") { posts, Store, Seed };
        command.SetAction(async (line, cancel) => ExitCode(await new TwoWorkersRun(ChoiceIn(line), line.GetValue(posts)).RunAsync(cancel)));
        return command;
    }

    private static Command Streams()
    {
        var kills = Number("--kills", "How often a worker is killed.", 20);
        var events = Number("--events", "How many events pass.", 100_000);
        var command = new Command("streams", "Kills workers while events pass to three takers: each sees each event, and none takes effect twice.")
        {
            kills, events, Store, Seed,
        };
        command.SetAction(async (line, cancel) =>
            ExitCode(await new StreamsRun(ChoiceIn(line), line.GetValue(kills), line.GetValue(events), line.GetValue(Seed)).RunAsync(cancel)));
        return command;
    }

    private static Command Script()
    {
        var kills = Number("--kills", "How often the script is killed.", 50);
        var steps = Number("--steps", "How many effects it has.", 50);
        var command = new Command("script", "Kills a script and runs it again: each effect once, and the outcome of an undisturbed run.")
        {
            kills, steps, Store, Seed,
        };
        command.SetAction(async (line, cancel) =>
            ExitCode(await new ScriptRun(ChoiceIn(line), line.GetValue(kills), line.GetValue(steps), line.GetValue(Seed)).RunAsync(cancel)));
        return command;
    }

    private static Command Campaign()
    {
        var kills = Number("--kills", "How often what runs the campaign is killed.", 100);
        var steps = Number("--steps", "How many effects it has.", 200);
        var command = new Command("campaign", "Kills what runs a campaign, and lets serve go on with it: each effect once, and the outcome of an undisturbed run.")
        {
            kills, steps, Store, Seed,
        };
        command.SetAction(async (line, cancel) =>
            ExitCode(await new CampaignRun(ChoiceIn(line), line.GetValue(kills), line.GetValue(steps), line.GetValue(Seed)).RunAsync(cancel)));
        return command;
    }

    private static Command Giveaways()
    {
        var kills = Number("--kills", "How often what goes on with the giveaways is killed.", 50);
        var giveaways = Number("--giveaways", "How many there are.", 6);
        var command = new Command("giveaways", "Kills what goes on with giveaways: one announcement, one draw, each winner told once, and a proof that holds.")
        {
            kills, giveaways, Store, Seed,
        };
        command.SetAction(async (line, cancel) =>
            ExitCode(await new GiveawaysRun(ChoiceIn(line), line.GetValue(kills), line.GetValue(giveaways), line.GetValue(Seed)).RunAsync(cancel)));
        return command;
    }

    private static Command Press()
    {
        var kills = Number("--kills", "How often what serves the workspace is killed.", 50);
        var releases = Number("--releases", "How many releases come out meanwhile; 50 at most: so many are in a feed.", 50);
        var command = new Command("press", "Kills what serves a workspace while releases come out: one page, one entry and one teaser each, and nothing before its instant.")
        {
            kills, releases, Store, Seed,
        };
        command.SetAction(async (line, cancel) =>
            ExitCode(await new PressRun(ChoiceIn(line), line.GetValue(kills), line.GetValue(releases), line.GetValue(Seed)).RunAsync(cancel)));
        return command;
    }

    private static Command Peers()
    {
        var kills = Number("--kills", "How often a worker is killed.", 40);
        var posts = Number("--posts", "How many posts are due on each profile.", 200);
        var command = new Command("peers", "Kills workers while posts are due on the real servers that tests/Peers/run starts: each stands there once.") { kills, posts, Seed };
        command.SetAction(async (line, cancel) => ExitCode(await new PeersRun(line.GetValue(kills), line.GetValue(posts), line.GetValue(Seed)).RunAsync(cancel)));
        return command;
    }

    private static Option<int> Number(string name, string description, int usual) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        HelpName = "N",
    };

    private static StoreChoice ChoiceIn(ParseResult line) => StoreChoice.All.Single(choice => choice.Name == line.GetRequiredValue(Store));

    private static int ExitCode(bool holds) => holds ? 0 : 1;
}
