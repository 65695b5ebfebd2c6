using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Views;

/// <summary>Finds views by id and asks their plugins for a snapshot.</summary>
public sealed class ViewService
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private readonly PluginRuntime _plugins;

    internal ViewService(PluginRuntime plugins) => _plugins = plugins;

    /// <summary>Called with a view's id when its data has changed, on whatever thread says so.</summary>
    public event Action<string>? Changed;

    /// <summary>Called with a view's id when its plugin wants a person to see it, on whatever thread says so.</summary>
    public event Action<string>? Opened;

    /// <summary>The views of all usable plugins.</summary>
    public IEnumerable<KnownView> All =>
        from plugin in _plugins.Catalog.Usable
        from view in plugin.Contributions!.Views
        select new KnownView(plugin, view);

    /// <summary>Asks for a view's snapshot. A bare table comes as a table view.</summary>
    /// <exception cref="WrongUseException">There is no such view.</exception>
    /// <exception cref="PluginFaultedException">The view's plugin has thrown, hung or could not be loaded.</exception>
    public async Task<View> OpenAsync(string id, CancellationToken cancel)
    {
        var (plugin, view) = All.FirstOrDefault(known => known.View.Id == id)
            ?? throw new WrongUseException($"There is no view \"{id}\".{Nearest.Hint(id, All.Select(known => known.View.Id))}");

        var guest = await _plugins.ActivateAsync(plugin.Id, $"the view {id}", cancel);
        return await _plugins.Fence.EnterAsync(
            guest,
            id,
            Limit,
            async token => await Handler.CallAsync(guest, view.Method, [], token) switch
            {
                Table table => new TableView { Table = table },
                View made => made,
                var other => throw new InvalidOperationException($"The view {id} came as {other ?? "nothing"}."),
            },
            cancel);
    }

    internal void Refresh(Guest guest, string id)
    {
        RefuseUnknown(guest, id);
        Changed?.Invoke(id);
    }

    internal void Open(Guest guest, string id)
    {
        RefuseUnknown(guest, id);
        Opened?.Invoke(id);
    }

    private static void RefuseUnknown(Guest guest, string id)
    {
        if (!guest.Contributions.Views.Any(view => view.Id == id))
            throw new WrongUseException($"{guest.Id} has no view \"{id}\".{Nearest.Hint(id, guest.Contributions.Views.Select(view => view.Id))}");
    }
}
