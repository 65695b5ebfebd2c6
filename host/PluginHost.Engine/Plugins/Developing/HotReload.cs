using PluginHost.Engine.Output;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Developing;

/// <summary>
/// Rebuilds a plugin whose source is saved, and swaps it: every plugin that <c>plugins.yaml</c> names with a <c>path:</c> and whose folder holds a project. One
/// build runs at a time; what is saved while its plugin is built ends that build, and the newest source is built. A build that fails changes nothing.
/// </summary>
public sealed class HotReload
{
    private readonly Lock _gate = new();
    private readonly PluginRuntime _plugins;
    private readonly Func<bool> _isTrusted;
    private readonly Func<string, CancellationToken, Task<WorkspaceReload>> _reload;
    private readonly ProjectBuild _build;
    private readonly OutputLog _output;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, (string Project, SourceWatch Watch)> _watched = new(StringComparer.Ordinal);
    private readonly List<string> _saved = [];
    private readonly SemaphoreSlim _wake = new(0);
    private (string Plugin, CancellationTokenSource Stop)? _building;

    /// <param name="plugins">The plugins.</param>
    /// <param name="isTrusted">Whether a build may run here: it runs whatever the project says, so the workspace has to be trusted.</param>
    /// <param name="reload">Reads the workspace again and swaps a plugin.</param>
    /// <param name="build">Builds a project.</param>
    /// <param name="output">Where the build speaks.</param>
    /// <param name="clock">The clock.</param>
    internal HotReload(
        PluginRuntime plugins,
        Func<bool> isTrusted,
        Func<string, CancellationToken, Task<WorkspaceReload>> reload,
        ProjectBuild build,
        OutputLog output,
        TimeProvider clock)
    {
        _plugins = plugins;
        _isTrusted = isTrusted;
        _reload = reload;
        _build = build;
        _output = output;
        _clock = clock;
    }

    /// <summary>Called with each change, on whatever thread met it.</summary>
    public event Action<DevelopmentChange>? Changed;

    /// <summary>The plugins whose sources are watched.</summary>
    public IReadOnlyList<string> Watched
    {
        get
        {
            lock (_gate)
                return [.. _watched.Keys];
        }
    }

    /// <summary>Watches and builds until it is cancelled. A build that is under way ends then.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        _plugins.Taken += Follow;
        Follow();
        try
        {
            while (true)
            {
                await _wake.WaitAsync(cancel);
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                if (Next(stop) is not { } saved)
                    continue;

                try
                {
                    await BuildAsync(saved.Plugin, saved.Project, stop.Token);
                }
                catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
                {
                    // Something newer was saved.
                }
                finally
                {
                    lock (_gate)
                        _building = null;
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The person leaves.
        }
        finally
        {
            _plugins.Taken -= Follow;
            Leave();
        }
    }

    // What was there with a project before is watched on when a bad build has had it refused: the next save may mend it.
    private void Follow()
    {
        lock (_gate)
        {
            var wanted = (_isTrusted() ? _plugins.Catalog.All.Where(IsDeveloped) : []).ToDictionary(plugin => plugin.Id, StringComparer.Ordinal);
            foreach (var (id, watched) in _watched.ToList())
            {
                if (wanted.TryGetValue(id, out var plugin) && Path.GetDirectoryName(watched.Project) == plugin.Entry.Path)
                    continue;

                watched.Watch.Dispose();
                _watched.Remove(id);
            }

            foreach (var (id, plugin) in wanted)
            {
                if (!_watched.ContainsKey(id) && DotnetBuild.FindProject(plugin.Entry.Path!) is { } project)
                    _watched[id] = (project, new SourceWatch(plugin.Entry.Path!, _clock, () => Note(id)));
            }
        }
    }

    // Building runs what its project says: not in a workspace that nobody trusts.
    private static bool IsDeveloped(KnownPlugin plugin) =>
        plugin.Origin == PluginOrigin.Path && plugin.Entry is { On: true, Path: not null } && plugin.Restriction is not { Kind: RestrictionKind.Workspace };

    private void Leave()
    {
        lock (_gate)
        {
            foreach (var (_, watch) in _watched.Values)
                watch.Dispose();

            _watched.Clear();
        }
    }

    private void Note(string plugin)
    {
        lock (_gate)
        {
            if (_building is { } building && building.Plugin == plugin)
                _ = building.Stop.CancelAsync();

            if (_saved.Contains(plugin))
                return;

            _saved.Add(plugin);
        }

        _wake.Release();
    }

    private (string Plugin, string Project)? Next(CancellationTokenSource stop)
    {
        lock (_gate)
        {
            var plugin = _saved[0];
            _saved.RemoveAt(0);
            if (!_watched.TryGetValue(plugin, out var watched))
                return null;

            _building = (plugin, stop);
            return (plugin, watched.Project);
        }
    }

    private async Task BuildAsync(string plugin, string project, CancellationToken cancel)
    {
        var began = _clock.GetTimestamp();
        var problems = new List<BuildProblem>();
        Tell(new DevelopmentChange { Plugin = plugin, State = DevelopmentState.Building });
        var end = await _build(project, line => Hear(plugin, project, line, problems), cancel);
        var change = new DevelopmentChange { Plugin = plugin, State = DevelopmentState.Failed, Took = _clock.GetElapsedTime(began), Problems = InOrder(problems), Reason = end.Words };
        if (!end.Succeeded)
        {
            Tell(change);
            return;
        }

        // Whoever saves now wants that built, and this swapped first: half a swap would be none.
        var reload = await _reload(plugin, CancellationToken.None);
        Tell(Outcome(change with { Reason = "" }, reload));
    }

    private DevelopmentChange Outcome(DevelopmentChange change, WorkspaceReload reload) => reload switch
    {
        WorkspaceKept kept => change with { State = DevelopmentState.Refused, Reason = kept.Problems[0].ToString() },
        WorkspaceTaken { StaleContracts.Count: > 0 } => change with { State = DevelopmentState.Waiting },
        _ when _plugins.Catalog.Find(change.Plugin)?.Refusal is { } refusal => change with { State = DevelopmentState.Refused, Reason = refusal },
        _ => change with { State = DevelopmentState.Swapped },
    };

    private void Hear(string plugin, string project, string line, List<BuildProblem> problems)
    {
        var problem = BuildProblem.Parse(line, Path.GetDirectoryName(project)!);
        lock (problems)
        {
            if (problem is not null && problems.Contains(problem))
                return;

            if (problem is not null)
                problems.Add(problem);
        }

        _output.Write(plugin, problem?.Severity ?? Severity.Information, problem?.ToString() ?? line.Trim());
    }

    private static List<BuildProblem> InOrder(List<BuildProblem> problems)
    {
        lock (problems)
            return [.. problems.OrderByDescending(problem => problem.Severity)];
    }

    private void Tell(DevelopmentChange change)
    {
        if (change.State != DevelopmentState.Building)
            _output.Write(change.Plugin, change.State == DevelopmentState.Swapped ? Severity.Information : Severity.Error, change.ToString());

        Changed?.Invoke(change);
    }
}
