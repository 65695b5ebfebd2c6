namespace PluginHost.Engine.Background;

/// <summary>The services that run, one for each that the plugins have now.</summary>
internal sealed class ServiceRoster(BackgroundServices services, Func<KnownBackgroundService, RunningBackgroundService> make, CancellationToken cancel)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RunningBackgroundService> _running = new(StringComparer.Ordinal);
    private readonly List<Task> _tasks = [];

    /// <summary>Starts what has come, and lets what waits for its next attempt look at once: its plugin may be another one.</summary>
    public void Follow()
    {
        lock (_gate)
        {
            if (cancel.IsCancellationRequested)
                return;

            foreach (var known in services.All)
            {
                if (_running.TryGetValue(known.Service.Id, out var running) && !running.IsOver)
                {
                    running.Wake();
                    continue;
                }

                running = _running[known.Service.Id] = make(known);
                _tasks.Add(running.RunAsync(cancel));
            }

            foreach (var gone in _running.Where(pair => services.All.All(known => known.Service.Id != pair.Key)))
                gone.Value.Wake();
        }
    }

    /// <summary>Ends when all of them have.</summary>
    public Task StoppedAsync()
    {
        lock (_gate)
            return Task.WhenAll(_tasks);
    }

    /// <summary>Says of those that are still at work that they are.</summary>
    public void LeaveBehind()
    {
        lock (_gate)
        {
            foreach (var running in _running.Values)
                running.LeaveBehind();
        }
    }
}
