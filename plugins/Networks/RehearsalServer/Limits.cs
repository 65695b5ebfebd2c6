namespace PluginHost.RehearsalServer;

/// <summary>How much each account may still send in its window. A window begins with the first send.</summary>
internal sealed class Limits(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Ends, int Used)> _windows = new(StringComparer.Ordinal);

    /// <summary>Takes a send from an account's allowance; null where nothing is left.</summary>
    public Allowance Take(string account, TimeSpan window, int cost, int limit)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (!_windows.TryGetValue(account, out var open) || open.Ends <= now)
                open = (now + window, 0);

            var fits = open.Used + cost <= limit;
            open = (open.Ends, fits ? open.Used + cost : open.Used);
            _windows[account] = open;
            return new Allowance { Limit = limit, Remaining = limit - open.Used, ResetsAt = open.Ends, Fits = fits };
        }
    }
}
