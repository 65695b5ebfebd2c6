namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// One call into a guest: who is inside, doing what, and how long it may still take. It flows with the call, so that a fault on a timer or a
/// thread that the call started can be told. Time that the guest spends waiting for a person, a job, the store or another guest is not counted.
/// </summary>
internal sealed class FenceEntry : IDisposable
{
    private static readonly AsyncLocal<FenceEntry?> Flowing = new();

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly ITimer? _timer;
    private readonly TaskCompletionSource _expired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _left;
    private TimeSpan _waited;
    private long _pausedAt;
    private long _since;
    private int _pauses;
    private bool _over;

    public FenceEntry(string plugin, string what, TimeSpan limit, TimeProvider clock)
    {
        Plugin = plugin;
        What = what;
        Limit = limit;
        _clock = clock;
        _left = limit;
        if (limit == Timeout.InfiniteTimeSpan)
            return;

        _since = clock.GetTimestamp();

        // A timer keeps the flow in which it was made, and with it whatever a guest left there.
        using (ExecutionContext.SuppressFlow())
            _timer = clock.CreateTimer(static entry => ((FenceEntry)entry!).Expire(), this, limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The entry in whose flow this code runs; null where it is the host's own.</summary>
    public static FenceEntry? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>The entry from whose flow this one was made; null where the host made it.</summary>
    public FenceEntry? Caller { get; init; }

    public string Plugin { get; }

    public string What { get; }

    public TimeSpan Limit { get; }

    /// <summary>How long it has waited so far for what is not its own work; not known of a call without a limit.</summary>
    public TimeSpan Waited
    {
        get
        {
            lock (_gate)
                return _waited;
        }
    }

    /// <summary>Whether a job of this call was stopped, so that a call that ends for it is cancelled and not at fault.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>Ends when the time is used up.</summary>
    public Task Expired => _expired.Task;

    public void NoteStopped() => WasStopped = true;

    /// <summary>Stops counting until the result is disposed.</summary>
    public IDisposable Pause()
    {
        lock (_gate)
        {
            if (_pauses++ == 0 && _timer is not null)
            {
                _pausedAt = _clock.GetTimestamp();
                _left -= _clock.GetElapsedTime(_since);
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }

        return new Pausing(this);
    }

    public void Dispose()
    {
        lock (_gate)
            _over = true;

        _timer?.Dispose();
    }

    private void Resume()
    {
        lock (_gate)
        {
            if (--_pauses > 0 || _timer is null || _over)
                return;

            _waited += _clock.GetElapsedTime(_pausedAt);
            _since = _clock.GetTimestamp();
            _timer.Change(_left > TimeSpan.Zero ? _left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Expire()
    {
        lock (_gate)
        {
            if (_pauses > 0 || _over)
                return;
        }

        _expired.TrySetResult();
    }

    private sealed class Pausing(FenceEntry entry) : IDisposable
    {
        private FenceEntry? _entry = entry;

        public void Dispose() => Interlocked.Exchange(ref _entry, null)?.Resume();
    }
}
