using System.Globalization;
using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Start;

/// <summary>The starts that are measured. Each has a bench of its own, so that none warms another's files.</summary>
internal static class StartCases
{
    private const string Greeting = "Good morning.";
    private const string Leave = "\u0011"; // Ctrl+Q

    public static Case Overview(string name, Bench bench, Case? baseline, double? target) => new()
    {
        Name = name,
        Baseline = baseline,
        Target = target,
        Run = _ => bench.Run().MustSay("Try next:").Sample,
    };

    /// <summary>The workbench, from spawn until its first frame is seen in a terminal.</summary>
    public static Case Screen(string name, (int Width, int Height) size, Bench bench, Case? baseline, double? target) => new()
    {
        Name = name,
        Baseline = baseline,
        Target = target,
        Run = _ => bench.Show(size, "Ctrl+P", Leave),
    };

    /// <summary>A script that only speaks; its first run, in the warm-up, compiles it.</summary>
    public static Case Cached(string name, Bench bench, Case? baseline, double? target)
    {
        File.WriteAllText(bench.ScriptPath("morning.csx"), $"Say(\"{Greeting}\");\n");
        return new Case
        {
            Name = name,
            Baseline = baseline,
            Target = target,
            Run = _ => bench.Run("run", "scripts/morning.csx").MustSay(Greeting).Sample,
        };
    }

    /// <summary>The same, with another text each time: it is compiled.</summary>
    public static Case Edited(string name, Bench bench, Case? baseline, double? target) => new()
    {
        Name = name,
        Baseline = baseline,
        Target = target,
        Run = round =>
        {
            var greeting = string.Create(CultureInfo.InvariantCulture, $"Good morning, for the {round}. time.");
            File.WriteAllText(bench.ScriptPath("morning.csx"), $"Say(\"{greeting}\");\n");
            return bench.Run("run", "scripts/morning.csx").MustSay(greeting).Sample;
        },
    };

    /// <summary>The campaign of the README, to the end of the process.</summary>
    public static Case Daily(string name, Bench bench, Case? baseline)
    {
        CopyCampaign(bench);
        return new Case
        {
            Name = name,
            Baseline = baseline,
            Run = _ => bench.Run("run", "scripts/daily-flavours.csx", "00:00").MustSay("1 profile said: Today:").Sample,
        };
    }

    /// <summary>The same, until what became of its post is on disk; where the time went is noted in the warm-up and every round.</summary>
    public static Case DailyCommitted(string name, Bench bench, Case? baseline, double? target, List<StartSplit> splits)
    {
        CopyCampaign(bench);
        return new Case
        {
            Name = name,
            Baseline = baseline,
            Target = target,
            Run = _ =>
            {
                var run = bench.RunMarked("run", "scripts/daily-flavours.csx", "00:00").MustSay("1 profile said: Today:");
                var split = StartSplit.Of(run, File.ReadLines(bench.StartTimes));
                splits.Add(split);
                return split.UntilCommit;
            },
        };
    }

    private static void CopyCampaign(Bench bench)
    {
        foreach (var file in new[] { "daily-flavours.csx", "flavours.csv" })
            File.Copy(Path.Combine(Repository.Root, "scripts", file), bench.ScriptPath(file));
    }
}
