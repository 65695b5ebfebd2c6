using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Running;

// The way out, and who has not quite taken it.
internal sealed partial class PluginRuntime
{
    private readonly Dictionary<string, Task<Departure>> _leaving = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Departure> _failed = new(StringComparer.Ordinal);
    private readonly ZombieList _zombies = new();

    /// <summary>What was unloaded and is in memory all the same, the oldest first. Who leaves later is no more in it.</summary>
    public IReadOnlyList<Zombie> Zombies => _zombies.All;

    /// <summary>Unloads a plugin by the protocol in this folder's README. The next use loads it again, once the old one has left.</summary>
    /// <exception cref="WrongUseException">The workspace does not name the plugin, and nothing of it runs.</exception>
    public async Task<PluginState> UnloadAsync(string id, CancellationToken cancel)
    {
        Task<Departure>? leaving;
        lock (_gate)
        {
            if (_guests.Remove(id, out var guest))
            {
                using (ExecutionContext.SuppressFlow())
                    leaving = _leaving[id] = Task.Run(() => LeaveAsync(id, guest), CancellationToken.None);
            }
            else if (!_leaving.TryGetValue(id, out leaving))
            {
                return StateOf(Find(id));
            }
        }

        var departure = await leaving.WaitAsync(cancel);
        var isGone = _unloadable && await Unloading.IsGoneAsync(departure.Trace, _clock, cancel);
        var state = isGone ? PluginState.Unloaded : PluginState.Zombie;
        if (!isGone)
            _zombies.Add(departure.Trace, ZombieOf(departure));

        lock (_gate)
        {
            if (_leaving.GetValueOrDefault(id) == leaving)
                _leaving.Remove(id);

            // It may have been loaded again meanwhile.
            if (!_guests.ContainsKey(id))
                _states[id] = state;
        }

        Changed?.Invoke(id);
        return state;
    }

    /// <summary>Says good-bye to every guest, at the program's end, and loads none any more. Nothing is verified: the process takes the memory with it.</summary>
    public async Task StopAllAsync()
    {
        IReadOnlyList<Task<Guest>> all;
        lock (_gate)
        {
            _isClosing = true;
            all = [.. _guests.Values];
        }

        foreach (var guest in all)
        {
            if (!guest.IsCompleted)
                await Task.WhenAny(guest, Task.Delay(Unloading.Patience, _clock, CancellationToken.None));

            if (guest.IsCompletedSuccessfully)
                await new Unloading(Fence, Faults, _clock).RunAsync(guest.Result, isActive: true);
        }
    }

    private async Task<Departure> LeaveAsync(string id, Task<Guest> starting)
    {
        await Task.WhenAny(starting);
        if (starting.IsCompletedSuccessfully)
            return await new Unloading(Fence, Faults, _clock).RunAsync(starting.Result, isActive: true);

        // Its activation failed; it left then.
        lock (_gate)
            return _failed[id];
    }

    private Zombie ZombieOf(Departure departure) => new()
    {
        Plugin = departure.Known.Id,
        Version = departure.Known.Manifest?.Version ?? "",
        Since = _clock.GetUtcNow(),
        Causes = _unloadable
            ? LikelyCauses.Of(departure, Faults.All.Where(fault => fault.Plugin == departure.Known.Id))
            : ["This process loads plugins for good: they leave with it."],
    };
}
