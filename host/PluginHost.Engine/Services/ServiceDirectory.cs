using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Services;

/// <summary>Who offers which service: the host its own, plugins theirs. Asking for one activates the plugin that declares it.</summary>
internal sealed class ServiceDirectory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, object> _ofHost = [];
    private readonly Dictionary<(string Plugin, string Service), FencedService> _ofGuests = [];

    // Set once, after the runtime that needs this directory is made.
    public PluginRuntime Plugins { private get; set; } = null!;

    public void Offer<T>(T service)
        where T : class => _ofHost[typeof(T)] = service;

    public async Task<T> GetAsync<T>(CancellationToken cancel)
        where T : class
    {
        if (_ofHost.TryGetValue(typeof(T), out var own))
            return (T)own;

        var name = typeof(T).FullName!;
        var owners = Plugins.Catalog.All.Where(plugin => plugin.Contributions?.Services.Contains(name) == true).ToList();
        var owner = owners.Find(plugin => plugin.IsUsable) ?? owners.FirstOrDefault()
            ?? throw new PluginHostException($"No plugin of this workspace offers {typeof(T).Name}. Add one that does to plugins.yaml.");
        await Plugins.ActivateAsync(owner.Id, cancel);
        lock (_gate)
        {
            return _ofGuests.TryGetValue((owner.Id, name), out var service)
                ? (T)(object)service
                : throw new PluginFaultedException(owner.Id, $"{owner.Id} declares that it offers {typeof(T).Name}, and did not hand it over when it was activated.");
        }
    }

    public void Provide<T>(Guest guest, T service)
        where T : class
    {
        var name = typeof(T).FullName!;
        if (!typeof(T).IsInterface || !Plugins.Contracts.Owns(typeof(T)))
            throw new WrongUseException($"{typeof(T).Name} is no interface of a contract assembly, so no other plugin could use it.");

        if (!guest.Contributions.Services.Contains(name))
            throw new WrongUseException($"{guest.Id} offers {typeof(T).Name} without declaring it. Add [Provides(typeof({typeof(T).Name}))] to its plugin class.");

        var fenced = (FencedService)FencedService.Create(typeof(T), service, guest, Plugins);
        lock (_gate)
            _ofGuests[(guest.Id, name)] = fenced;

        guest.Ledger.Add($"the service {typeof(T).Name}", () =>
        {
            fenced.Cut();
            lock (_gate)
                _ofGuests.Remove((guest.Id, name));
        });
    }
}
