using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Services;

/// <summary>Who offers which service: the host its own, plugins theirs. Asking for one activates the plugin that declares it.</summary>
internal sealed class ServiceDirectory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, object> _ofHost;
    private readonly Dictionary<string, GuestService> _ofGuests = new(StringComparer.Ordinal);

    public ServiceDirectory(PluginRuntime plugins, IProfiles profiles, INetworks networks, ILinters linters)
    {
        Plugins = plugins;
        _ofHost = new Dictionary<Type, object> { [typeof(IProfiles)] = profiles, [typeof(INetworks)] = networks, [typeof(ILinters)] = linters };
    }

    /// <summary>Told of what is published; null where nothing is rehearsed.</summary>
    public RehearsalNotes? Notes { get; init; }

    /// <summary>What everything that is published is held to; null where there is no plan.</summary>
    public PlanGuard? Guard { get; init; }

    private PluginRuntime Plugins { get; }

    public async Task<T> GetAsync<T>(CancellationToken cancel)
        where T : class
    {
        if (_ofHost.TryGetValue(typeof(T), out var own))
            return (T)own;

        var name = typeof(T).FullName!;
        var owners = Plugins.Catalog.All.Where(plugin => plugin.Contributions?.Services.Contains(name) == true).ToList();
        var owner = owners.Find(plugin => plugin.IsUsable) ?? owners.FirstOrDefault()
            ?? throw new PluginHostException($"No plugin of this workspace offers {typeof(T).Name}. Add one that does to plugins.yaml.");
        await Plugins.ActivateAsync(owner.Id, $"the service {typeof(T).Name}", cancel);
        lock (_gate)
        {
            return _ofGuests.TryGetValue(KeyOf(owner.Id, name), out var service)
                ? (T)service.Fenced
                : throw new PluginFaultedException(owner.Id, $"{owner.Id} declares that it offers {typeof(T).Name}, and did not hand it over when it was activated.");
        }
    }

    /// <summary>The service as every usable plugin offers it that does. One that cannot be activated is left out: its fault tells why.</summary>
    public async Task<IReadOnlyList<T>> GetAllAsync<T>(CancellationToken cancel)
        where T : class
    {
        var name = typeof(T).FullName!;
        var offered = new List<T>();
        foreach (var owner in Plugins.Catalog.Usable.Where(plugin => plugin.Contributions!.Services.Contains(name)).ToList())
        {
            try
            {
                await Plugins.ActivateAsync(owner.Id, $"the service {typeof(T).Name}", cancel);
            }
            catch (PluginHostException)
            {
                continue;
            }

            lock (_gate)
            {
                if (_ofGuests.TryGetValue(KeyOf(owner.Id, name), out var service))
                    offered.Add((T)service.Fenced);
            }
        }

        return offered;
    }

    public void Provide<T>(Guest guest, T service)
        where T : class
    {
        var name = typeof(T).FullName!;
        if (!typeof(T).IsInterface || typeof(T).IsGenericType || !Plugins.Contracts.Owns(typeof(T)))
            throw new WrongUseException($"{typeof(T).Name} is no plain interface of a contract assembly, so no other plugin could use it.");

        if (typeof(T).GetMethods().FirstOrDefault(method => !FencedService.CanCarry(method)) is { } open)
            throw new WrongUseException($"{typeof(T).Name}.{open.Name} cannot be offered to other plugins: a service has no events, and its members return a plain value, Task or Task<T>.");

        if (!guest.Contributions.Services.Contains(name))
            throw new WrongUseException($"{guest.Id} offers {typeof(T).Name} without declaring it. Add [Provides(typeof({typeof(T).Name}))] to its plugin class.");

        var fenced = service is IPublisher publisher && typeof(T) == typeof(IPublisher)
            ? FencePublisher(guest, publisher)
            : FenceAny(typeof(T), guest, service);
        var key = KeyOf(guest.Id, name);
        lock (_gate)
            _ofGuests[key] = fenced;

        guest.Ledger.Add($"the service {typeof(T).Name}", () =>
        {
            fenced.Cut();
            lock (_gate)
            {
                if (_ofGuests.GetValueOrDefault(key) == fenced)
                    _ofGuests.Remove(key);
            }
        });
    }

    // Two plugins may offer the same service; the first of the workspace is asked.
    private static string KeyOf(string plugin, string service) => $"{plugin} {service}";

    // The engine knows this contract, and making a proxy costs a start ten milliseconds.
    private GuestService FencePublisher(Guest guest, IPublisher publisher)
    {
        var fenced = new FencedPublisher(publisher, guest, Plugins.Fence) { Notes = Notes, Guard = Guard };
        return new GuestService { Fenced = fenced, Cut = fenced.Cut };
    }

    private GuestService FenceAny(Type service, Guest guest, object target)
    {
        var fenced = FencedService.Create(service, target, guest, Plugins);
        return new GuestService { Fenced = fenced, Cut = ((FencedService)fenced).Cut };
    }
}
