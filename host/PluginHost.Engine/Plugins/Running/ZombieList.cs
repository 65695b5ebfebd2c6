namespace PluginHost.Engine.Plugins.Running;

/// <summary>The zombies of this process. Whoever is looked for and is gone meanwhile leaves the list.</summary>
internal sealed class ZombieList
{
    private readonly Lock _gate = new();
    private readonly List<(WeakReference Trace, Zombie Zombie)> _all = [];

    public IReadOnlyList<Zombie> All
    {
        get
        {
            lock (_gate)
            {
                _all.RemoveAll(one => !one.Trace.IsAlive);
                return [.. _all.Select(one => one.Zombie)];
            }
        }
    }

    /// <summary>Notes one. Two that wait for the same end note it once.</summary>
    public void Add(WeakReference trace, Zombie zombie)
    {
        lock (_gate)
        {
            if (!_all.Exists(one => one.Trace == trace))
                _all.Add((trace, zombie));
        }
    }

    public bool Has(string plugin) => All.Any(zombie => zombie.Plugin == plugin);
}
