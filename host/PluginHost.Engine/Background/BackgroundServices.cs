using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Sleep;
using PluginHost.Sdk;

namespace PluginHost.Engine.Background;

/// <summary>The services that plugins contribute, and the running of them. One that fails holds up no other.</summary>
public sealed class BackgroundServices
{
    /// <summary>How long services that are told to stop are waited for: longer than the longest request that they may have under way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(10);
    private readonly PluginRuntime _plugins;
    private readonly WakeWatch _sleep;
    private readonly TimeProvider _clock;

    internal BackgroundServices(PluginRuntime plugins, WakeWatch sleep, TimeProvider clock)
    {
        _plugins = plugins;
        _sleep = sleep;
        _clock = clock;
    }

    /// <summary>Called with each change, on whatever thread met it.</summary>
    public event Action<BackgroundChange>? Changed;

    /// <summary>The services of all usable plugins, by plugin and in the order of their code.</summary>
    public IEnumerable<KnownBackgroundService> All =>
        from plugin in _plugins.Catalog.Usable
        from service in plugin.Contributions!.BackgroundServices
        select new KnownBackgroundService(plugin, service);

    /// <summary>
    /// Runs all of them until it is cancelled, and waits for their end then, with patience. Those of plugins that come are started, those of plugins that go
    /// end with them, and those of plugins that are swapped go on with the new one.
    /// </summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var roster = new ServiceRoster(this, known => new RunningBackgroundService(known, _plugins, Find, _clock, Tell), cancel);
        roster.Follow();

        // Nobody sleeps in a rehearsal.
        if (_clock is not RehearsalClock)
            _ = _sleep.WatchAsync(Looks, cancel);

        _plugins.Taken += roster.Follow;
        await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancel));
        _plugins.Taken -= roster.Follow;

        var stopped = roster.StoppedAsync();
        await Task.WhenAny(stopped, Task.Delay(Patience, _clock, CancellationToken.None));
        if (stopped.IsCompleted)
            await stopped;

        roster.LeaveBehind();
    }

    private KnownBackgroundService? Find(string service) => All.FirstOrDefault(known => known.Service.Id == service);

    private void Tell(BackgroundChange change) => Changed?.Invoke(change);
}
