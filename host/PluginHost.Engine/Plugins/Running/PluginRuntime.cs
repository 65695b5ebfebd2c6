using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PluginHost.Engine.Faults;
using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>Loads plugins on first use, keeps those that run, and unloads them. Who wants a guest asks here.</summary>
internal sealed partial class PluginRuntime
{
    private const string Activation = "activation";
    private static readonly TimeSpan ActivationLimit = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<Guest>> _guests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PluginState> _states = new(StringComparer.Ordinal);
    private readonly List<(string Waiting, string For)> _waits = [];
    private readonly Func<Guest, IHost> _makeHost;
    private readonly Func<Guest, Task> _prepare;
    private readonly TimeProvider _clock;
    private readonly bool _unloadable;
    private bool _isClosing;

    /// <param name="catalog">The plugins of the workspace.</param>
    /// <param name="contracts">The contract assemblies.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="makeHost">Makes a guest's host.</param>
    /// <param name="prepare">What is done for a guest between loading and activation: its tables are made.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="unloadable">Whether plugins can be unloaded. It costs time at the start: compiled-ahead code is ignored in such contexts.</param>
    public PluginRuntime(
        PluginCatalog catalog,
        ContractAssemblies contracts,
        FaultLog faults,
        Func<Guest, IHost> makeHost,
        Func<Guest, Task> prepare,
        TimeProvider clock,
        bool unloadable)
    {
        Catalog = catalog;
        Contracts = contracts;
        Faults = faults;
        Fence = new Fence(faults, contracts, clock);
        _makeHost = makeHost;
        _prepare = prepare;
        _clock = clock;
        _unloadable = unloadable;
    }

    /// <summary>Called with a plugin's id when its state has changed, on whatever thread it did.</summary>
    public event Action<string>? Changed;

    /// <summary>Called when another catalog is gone by, and what ran of plugins that are others now has been swapped.</summary>
    public event Action? Taken;

    public PluginCatalog Catalog { get; private set; }

    public ContractAssemblies Contracts { get; }

    public FaultLog Faults { get; }

    public Fence Fence { get; }

    /// <summary>Where guests run in a rehearsal; null: on the pool.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Plugins' assemblies that are taken as they are, and not loaded from their files.</summary>
    public IReadOnlyList<Assembly> Loaded { get; init; } = [];

    /// <summary>Marks who is inside; null: nobody does.</summary>
    public CrashSentinel? Sentinel { get; init; }

    /// <summary>Goes by another catalog from now on. What runs goes on as it was loaded.</summary>
    public void Use(PluginCatalog catalog)
    {
        Catalog = catalog;
        Contracts.Use(catalog);
    }

    /// <summary>Says that whatever follows the catalog may look at it.</summary>
    public void NoteTaken() => Taken?.Invoke();

    public PluginState StateOf(KnownPlugin plugin)
    {
        if (!plugin.Entry.On)
            return PluginState.Off;

        if (!plugin.IsUsable)
            return plugin is { Restriction: not null, Contributions: not null } ? PluginState.Restricted : PluginState.Refused;

        lock (_gate)
        {
            var state = _states.GetValueOrDefault(plugin.Id, PluginState.Ready);

            // What held it may have let go meanwhile.
            return state == PluginState.Zombie && !_zombies.Has(plugin.Id) ? PluginState.Unloaded : state;
        }
    }

    /// <summary>The running guest of a plugin, activated now where it was not.</summary>
    /// <exception cref="WrongUseException">The workspace does not name the plugin.</exception>
    /// <exception cref="PluginFaultedException">The plugin cannot be used, or its activation failed.</exception>
    public Task<Guest> ActivateAsync(string id, CancellationToken cancel) => ActivateAsync(id, "", cancel);

    /// <summary>The same, said who asks: whoever is the first is shown as the one for whom it was loaded.</summary>
    public async Task<Guest> ActivateAsync(string id, string by, CancellationToken cancel)
    {
        var known = Find(id);
        if (!known.Entry.On)
            throw new PluginFaultedException(id, $"{id} is switched off in plugins.yaml({known.Entry.Line}).");

        if (known.Refusal is { } refusal)
            throw new PluginFaultedException(id, $"{id} cannot be used: {refusal}");

        Task<Guest> guest;
        lock (_gate)
        {
            if (!_guests.TryGetValue(id, out guest!))
            {
                var leaving = _leaving.GetValueOrDefault(id);
                if (_isClosing || (leaving is { IsCompleted: false } && FenceEntry.Current?.Plugin == id))
                    throw new PluginFaultedException(id, $"{id} is being unloaded and takes no calls.");

                var asker = FenceEntry.Current is { } caller ? $"{caller.What} of {caller.Plugin}" : by;

                // Not in the flow of whoever asked first: the guest outlives that call.
                using (ExecutionContext.SuppressFlow())
                    guest = _guests[id] = Task.Run(() => StartAsync(known, asker, leaving), CancellationToken.None);
            }
        }

        return guest.IsCompletedSuccessfully ? guest.Result : await WaitAsync(id, guest, cancel);
    }

    /// <summary>The guest of a plugin where it runs; null else.</summary>
    public Guest? FindRunning(string id)
    {
        lock (_gate)
            return _guests.TryGetValue(id, out var guest) && guest.IsCompletedSuccessfully ? guest.Result : null;
    }

    /// <summary>Whether a plugin is loaded, is about to be, or has failed in it: whether somebody wanted it.</summary>
    public bool IsInUse(string id)
    {
        lock (_gate)
            return _guests.ContainsKey(id);
    }

    public IReadOnlyList<Guest> Running
    {
        get
        {
            lock (_gate)
                return [.. _guests.Values.Where(guest => guest.IsCompletedSuccessfully).Select(guest => guest.Result)];
        }
    }

    /// <summary>Takes an exception that nobody caught: whose code it came through, or else in whose flow it was thrown.</summary>
    /// <returns>Whether a guest is to blame, so that the process need not end.</returns>
    public bool TakeUnhandled(Exception error)
    {
        // Of what runs, and of what has left and runs on all the same.
        var context = FaultPlace.ContextsOf(error).OfType<PluginContext>().FirstOrDefault();
        if ((context?.Plugin ?? FenceEntry.Current?.Plugin) is not { } plugin)
            return false;

        Fence.Blame(plugin, context ?? FindRunning(plugin)?.LoadContext, "a thread or timer of its own", error);
        return true;
    }

    private KnownPlugin Find(string id) => Catalog.Find(id)
        ?? throw new WrongUseException($"The workspace names no plugin \"{id}\".{Nearest.Hint(id, Catalog.All.Select(plugin => plugin.Id))}");

    private async Task<Guest> WaitAsync(string id, Task<Guest> guest, CancellationToken cancel)
    {
        var caller = FenceEntry.Current;
        using var callerWaits = caller?.Pause();
        var waits = ActivationsAround(caller).Select(waiting => (waiting, id)).ToList();
        Note(waits);
        try
        {
            return await guest.WaitAsync(cancel);
        }
        finally
        {
            lock (_gate)
                waits.ForEach(wait => _waits.Remove(wait));
        }
    }

    // Whose activation waits for this call, be it through others: a plugin may call another, which needs the first one.
    private static IEnumerable<string> ActivationsAround(FenceEntry? entry)
    {
        for (; entry is not null; entry = entry.Caller)
        {
            if (entry.What == Activation)
                yield return entry.Plugin;
        }
    }

    // Activations that wait for each other would wait for ever: none's time runs while it waits.
    private void Note(List<(string Waiting, string For)> waits)
    {
        lock (_gate)
        {
            foreach (var (waiting, wanted) in waits)
            {
                if (Leads(wanted, waiting))
                    throw new PluginHostException($"{waiting} and {wanted} wait for each other's activation. Ask for what the other offers when it is first needed, not in ActivateAsync.");
            }

            _waits.AddRange(waits);
        }
    }

    private bool Leads(string from, string to) =>
        from == to || _waits.Exists(wait => wait.Waiting == from && Leads(wait.For, to));

    private async Task<Guest> StartAsync(KnownPlugin known, string asker, Task? leaving)
    {
        // What the old one undoes must not be what the new one does.
        if (leaving is not null)
            await leaving;

        var guest = new Guest(known, (blamed, error) => Fence.Blame(blamed, "an async void or a posted callback", error), Stage) { ActivatedBy = asker };
        guest.Context.Seat = Sentinel?.SeatOf(known.Id, known.EntryStamp);
        try
        {
            await Fence.EnterAsync(guest, Activation, ActivationLimit, cancel => ActivateAsync(guest, cancel), CancellationToken.None);
        }
        catch (Exception)
        {
            var departure = await new Unloading(Fence, Faults, _clock).RunAsync(guest, isActive: false);
            lock (_gate)
            {
                _failed[known.Id] = departure;
                _states[known.Id] = PluginState.Faulted;
            }

            Changed?.Invoke(known.Id);
            throw;
        }

        lock (_gate)
            _states[known.Id] = PluginState.Active;

        Changed?.Invoke(known.Id);
        return guest;
    }

    private async Task ActivateAsync(Guest guest, CancellationToken cancel)
    {
        var (entry, began) = (FenceEntry.Current!, _clock.GetTimestamp());
        guest.Load(Contracts, _unloadable, Loaded);
        guest.Host = _makeHost(guest);
        await _prepare(guest);
        await guest.Plugin.ActivateAsync(guest.Host, cancel);
        guest.Activation = new PluginActivation { Own = _clock.GetElapsedTime(began) - entry.Waited, Waited = entry.Waited };
    }
}
