using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Engine;

namespace PluginHost.Benchmarks.Start;

/// <summary>
/// Where the time of one start went. The runtime has it until Main is entered; the store, while somebody is in it; plugins, while a call is behind
/// the fence and not in the store; the engine has the rest, until the last commit of the script.
/// </summary>
internal sealed record StartSplit
{
    public required Sample Runtime { get; init; }

    /// <summary>From Main until the workspace is open: the command line, <c>plugins.yaml</c>, the plugin index.</summary>
    public required Sample Opening { get; init; }

    /// <summary>The engine's part after that: finding and running the script, and what lies between plugins.</summary>
    public required Sample Engine { get; init; }

    public required Sample Plugins { get; init; }

    public required Sample Store { get; init; }

    /// <summary>From the commit to the exit: the script's end, good-bye to plugins, closing.</summary>
    public required Sample After { get; init; }

    public required Sample UntilCommit { get; init; }

    /// <param name="run">The run.</param>
    /// <param name="lines">What it left: name, instant and processor time of each mark, in ticks.</param>
    /// <exception cref="BenchmarkException">The marks are not those of a script that committed something.</exception>
    public static StartSplit Of(ChildRun run, IEnumerable<string> lines)
    {
        var marks = lines.Select(line => Parse(line, run.Spawned)).ToList();
        var script = marks.FindIndex(mark => mark.Name == "script");
        var commit = script < 0 ? -1 : marks.FindLastIndex(script, mark => mark.Name == Marks.Committed);
        if (commit < 0 || marks[0].Name != "runtime")
        {
            throw new BenchmarkException(
                $"The marks of the start are not those of a script that commits: {string.Join(' ', marks.Select(mark => mark.Name))}.");
        }

        var times = new Dictionary<Place, Sample>
        {
            [Place.Runtime] = marks[0].At,
            [Place.Opening] = new(0, 0),
            [Place.Engine] = new(0, 0),
            [Place.Plugins] = new(0, 0),
            [Place.Store] = new(0, 0),
        };
        var opened = marks.FindIndex(mark => mark.Name == "engine");
        var plugins = 0;
        var store = 0;
        for (var i = 1; i <= commit; i++)
        {
            var place = store > 0 ? Place.Store : plugins > 0 ? Place.Plugins : i <= opened ? Place.Opening : Place.Engine;
            times[place] = Add(times[place], Since(marks[i - 1].At, marks[i].At));
            plugins += Step(marks[i].Name, Marks.IntoPlugin, Marks.OutOfPlugin);
            store += Step(marks[i].Name, Marks.IntoStore, Marks.OutOfStore);
        }

        return new StartSplit
        {
            Runtime = times[Place.Runtime],
            Opening = times[Place.Opening],
            Engine = times[Place.Engine],
            Plugins = times[Place.Plugins],
            Store = times[Place.Store],
            UntilCommit = marks[commit].At,
            After = Since(marks[commit].At, run.Sample),
        };
    }

    private static int Step(string name, string into, string outOf) => name == into ? 1 : name == outOf ? -1 : 0;

    private static Sample Add(Sample left, Sample right) => new(left.Wall + right.Wall, left.Processor + right.Processor);

    private static Sample Since(Sample before, Sample after) => new(after.Wall - before.Wall, after.Processor - before.Processor);

    private static (string Name, Sample At) Parse(string line, DateTimeOffset spawned)
    {
        var parts = line.Split(' ');
        var instant = new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero);
        var processor = TimeSpan.FromTicks(long.Parse(parts[2], CultureInfo.InvariantCulture));
        return (parts[0], new Sample((instant - spawned).TotalMilliseconds, processor.TotalMilliseconds));
    }

    private enum Place
    {
        Runtime,
        Opening,
        Engine,
        Plugins,
        Store,
    }
}
