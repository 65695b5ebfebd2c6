using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Developing;
using PluginHost.Engine.Plugins.Reporting;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine;

// What changes while the workspace is open: plugins come, go and are swapped, and nothing is started anew for it.
public sealed partial class Engine
{
    private readonly SemaphoreSlim _reloading = new(1, 1);

    /// <summary>Called with what it came to whenever the workspace was read again, on whatever thread did it.</summary>
    public event Action<WorkspaceReload>? Reloaded;

    /// <summary>Rebuilds and swaps plugins whose sources are saved.</summary>
    public HotReload Developing => field ?? Once(ref field, () => new HotReload(Runtime, () => Trust.WhyNot is null, ReloadAsync, _options.Build, Output, Clock));

    /// <summary>How plugins stand in the processes of this workspace that run now: open screens, and <c>serve</c>.</summary>
    public IReadOnlyList<ProcessReport> Processes => new ProcessReports(this).Read();

    /// <summary>What was unloaded and is in memory all the same.</summary>
    public IReadOnlyList<Zombie> Zombies => Runtime.Zombies;

    /// <summary>
    /// Reads <c>plugins.yaml</c> and the plugins' folders again, and goes by them where nothing is wrong: profiles, keys, plugins and their settings. A plugin
    /// that is another one now is swapped: the old one leaves, and where it was in use the new one is activated at once. A plugin whose contract is another
    /// build than the one that is loaded goes on as it is until the next start.
    /// </summary>
    public Task<WorkspaceReload> ReloadAsync(CancellationToken cancel) => ReloadAsync("", cancel);

    /// <summary>The same; one plugin is swapped in any case.</summary>
    /// <param name="plugin">Its id. What the workspace does not name is no matter.</param>
    /// <param name="cancel">Cancels waiting.</param>
    public async Task<WorkspaceReload> ReloadAsync(string plugin, CancellationToken cancel)
    {
        await _reloading.WaitAsync(cancel);
        try
        {
            var reading = WorkspaceReader.Read(_options, _shadows);
            WorkspaceReload reload = reading.Problems.Count > 0
                ? new WorkspaceKept(reading.Problems)
                : await TakeAsync(reading.Workspace!, reading.Plugins!.SettingAside(_aside), plugin, cancel);
            Reloaded?.Invoke(reload);
            return reload;
        }
        finally
        {
            _reloading.Release();
        }
    }

    private async Task<WorkspaceTaken> TakeAsync(WorkspaceConfiguration workspace, PluginCatalog plugins, string anew, CancellationToken cancel)
    {
        var (before, old) = (Workspace, Plugins);
        var stale = plugins.Usable.Where(plugin => old.Find(plugin.Id)?.IsOther(plugin) == true).ToDictionary(plugin => plugin.Id, Runtime.Contracts.StaleOf);
        plugins = plugins.With(plugin => stale.GetValueOrDefault(plugin.Id) is { Count: > 0 } && old.Find(plugin.Id) is { IsUsable: true } known
            ? known with { Entry = plugin.Entry, Settings = plugin.Settings }
            : plugin);

        (Workspace, Plugins) = (workspace, plugins);
        _profiles.Use(workspace.Profiles);
        Runtime.Use(plugins);
        var swapped = old.All
            .Where(known => plugins.Find(known.Id) is not { } plugin || known.IsOther(plugin) || known.Id == anew)
            .Select(known => known.Id)
            .ToList();
        await SwapAsync(swapped, cancel);
        Runtime.NoteTaken();
        return new WorkspaceTaken(WorkspaceTaken.WaitingFor(before, workspace))
        {
            Anew = anew,
            Swapped = swapped,
            StaleContracts = [.. stale.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal)],
        };
    }

    // The new one does not wait until the old one is out of memory: that it has undone what it did is enough.
    private async Task SwapAsync(List<string> swapped, CancellationToken cancel)
    {
        var inUse = swapped.Where(id => Plugins.Find(id) is { IsUsable: true } && Runtime.IsInUse(id)).ToList();
        var leaving = swapped.Where(Runtime.IsInUse).Select(id => Runtime.UnloadAsync(id, cancel)).ToList();
        foreach (var plugin in inUse)
        {
            try
            {
                await Runtime.ActivateAsync(plugin, "its reload", cancel);
            }
            catch (PluginHostException)
            {
                // Its state and its faults tell of it.
            }
        }

        await Task.WhenAll(leaving);
    }
}
