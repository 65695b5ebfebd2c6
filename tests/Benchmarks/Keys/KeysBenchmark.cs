using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;
using PluginHost.Benchmarks.Start;

namespace PluginHost.Benchmarks.Keys;

/// <summary>
/// From a key in the composer until its letter is seen in the terminal: while nothing else goes on, and while a campaign posts 500 times and hears 5,000
/// replies. Each key is a letter that was not shown before, so that its first sight is its own.
/// </summary>
internal sealed class KeysBenchmark : Benchmark
{
    private const string FindCommand = "\u0010"; // Ctrl+P
    private const string NewPost = "\u000e"; // Ctrl+N
    private const char FirstLetter = '\u1401'; // 640 letters that no text of ours has, each a column wide.

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(30);
    private static readonly (int Width, int Height) Size = (120, 36);

    public override string Name => "keys";

    public override string Description => "Types in the composer while a campaign posts 500 times and hears 5,000 replies.";

    public override int Rounds => 3;

    public override int FewestRounds => 1;

    public override Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        if (!InTerminal.IsThere)
            throw new BenchmarkException("There is no \"script\" here to run programs in a terminal.");

        var machine = Machine.Here();
        var program = PublishedProgram.Publish();
        List<double> quiet = [];
        List<double> busy = [];
        for (var round = 0; round < rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            Measure(program, quiet, busy);
        }

        IReadOnlyList<KeyFigures> figures = [new("nothing", quiet), new("500 posts, 5,000 replies", busy)];
        machine = machine.AtEnd();
        Report.Print(machine, $"{rounds}, each in a workspace of its own");
        Report.Print(["meanwhile", "keys", "median ms", "99 of 100 ms", "longest ms", "later than two frames"], figures.Select(Row));
        Report.Print(
            ["target at 120x36", "measured", "limit", "verdict"],
            [["longest key beside the campaign, ms", Figure.Milliseconds(figures[1].Longest), $"≤ {Figure.Milliseconds(KeyFigures.TwoFrames)}", Figure.Met(figures[1].Late == 0)]]);
        Report.Write(json, new { Benchmark = Name, Machine = machine, Figures = figures });
        return Task.FromResult(0);
    }

    private static void Measure(string program, List<double> quiet, List<double> busy)
    {
        using var temporary = new TemporaryFolder();
        var workspace = temporary.Under("workspace");
        BusyCampaign.Make(workspace);
        var environment = new Dictionary<string, string> { ["PLUGINHOST_HOME"] = temporary.Under("home"), ["PLUGINHOST_TRUST"] = "all" };

        // Its first run would compile the script, which is another matter.
        Child.Run(program, ["run", $"scripts/{BusyCampaign.Script}.csx"], workspace, environment).MustSay(BusyCampaign.LastWord);
        Directory.Delete(Path.Combine(workspace, ".pluginhost"), recursive: true);

        using var terminal = new OpenTerminal(program, Size, workspace, environment);
        terminal.Type("", "Ctrl+P", Patience);
        terminal.Type(NewPost, "New post", Patience);
        var letter = FirstLetter;
        for (var key = 0; key < 100; key++)
            quiet.Add(Key(terminal, letter++));

        terminal.Type(FindCommand, "Find", Patience);
        terminal.Type("run a script", "F5", Patience);
        terminal.Type("\r", "Which script?", Patience);
        terminal.Type($"{BusyCampaign.Script}\r", BusyCampaign.FirstWord, Patience);
        for (var isOver = false; !isOver && letter < FirstLetter + 600; isOver = terminal.Shows(BusyCampaign.LastWord))
            busy.Add(Key(terminal, letter++));
    }

    private static double Key(OpenTerminal terminal, char letter)
    {
        // As a person types: real time, since it is real keys that are measured.
        Thread.Sleep(BetweenKeys);
        return terminal.Type($"{letter}", $"{letter}", Patience).TotalMilliseconds;
    }

    private static IReadOnlyList<string> Row(KeyFigures figures) =>
    [
        figures.What,
        figures.Times.Count.ToString(CultureInfo.InvariantCulture),
        Figure.Milliseconds(figures.Median),
        Figure.Milliseconds(figures.NinetyNinth),
        Figure.Milliseconds(figures.Longest),
        figures.Late.ToString(CultureInfo.InvariantCulture),
    ];
}
