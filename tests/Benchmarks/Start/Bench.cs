using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Start;

/// <summary>A throw-away workspace, and a home for what the program keeps under the person: the program is started there.</summary>
internal sealed class Bench
{
    private readonly string _program;
    private readonly Dictionary<string, string> _environment;

    /// <param name="program">The executable.</param>
    /// <param name="folder">A folder of its own, made here.</param>
    /// <param name="plugins">The plugins that <c>plugins.yaml</c> names, besides posting and rehearsal.</param>
    public Bench(string program, string folder, params IEnumerable<string> plugins)
    {
        _program = program;
        Workspace = Path.Combine(folder, "workspace");
        Home = Path.Combine(folder, "home");
        StartTimes = Path.Combine(folder, "start-times");
        _environment = new Dictionary<string, string> { ["PLUGINHOST_HOME"] = Home, ["PLUGINHOST_TRUST"] = "all" };
        BenchWorkspace.Make(Workspace, plugins);
        Directory.CreateDirectory(Home);
    }

    public string Workspace { get; }

    public string Home { get; }

    /// <summary>Where a run with marks leaves them.</summary>
    public string StartTimes { get; }

    public string ScriptPath(string name) => Path.Combine(Workspace, "scripts", name);

    public ChildRun Run(params IReadOnlyList<string> arguments) => Child.Run(_program, arguments, Workspace, _environment);

    /// <summary>Opens the screen in a terminal until it shows a text, and leaves it.</summary>
    public Sample Show((int Width, int Height) size, string sign, string leave) => InTerminal.Run(_program, size, sign, leave, Workspace, _environment);

    /// <summary>Runs it with its marks switched on.</summary>
    public ChildRun RunMarked(params IReadOnlyList<string> arguments)
    {
        File.Delete(StartTimes);
        return Child.Run(_program, arguments, Workspace, new Dictionary<string, string>(_environment) { ["PLUGINHOST_START_TIMES"] = StartTimes });
    }
}
