using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Checking;

/// <summary>The checks that plugins contribute, each run behind the fence.</summary>
public sealed class PluginChecks
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly PluginRuntime _plugins;

    internal PluginChecks(PluginRuntime plugins) => _plugins = plugins;

    /// <summary>The checks of all usable plugins, by plugin and in the order of their code.</summary>
    public IEnumerable<KnownCheck> All =>
        from plugin in _plugins.Catalog.Usable
        from check in plugin.Contributions!.Checks
        select new KnownCheck(plugin, check);

    /// <summary>Runs one, and gives what it has found.</summary>
    /// <exception cref="PluginHostException">It could not be run: the plugin cannot be activated, or the check has thrown or hung.</exception>
    public async Task<IReadOnlyList<CheckProblem>> RunAsync(KnownCheck known, CancellationToken cancel)
    {
        var guest = await _plugins.ActivateAsync(known.Plugin.Id, "a check", cancel);
        return await _plugins.Fence.EnterAsync<IReadOnlyList<CheckProblem>>(
            guest,
            known.Check.Id,
            Limit,
            async token => [.. await Handler.CallAsync(guest, known.Check.Method, [], token) as IReadOnlyList<CheckProblem>
                ?? throw new InvalidOperationException($"The check {known.Check.Id} came back with nothing.")],
            cancel);
    }
}
