using PluginHost.Sdk;

namespace PluginHost.Engine.Sleep;

/// <summary>
/// Notices that the machine slept or its clock was set: the clock on the wall and the one that counts the time that passes have moved apart since
/// they were last looked at. Whoever is about to use a connection looks first, so that what the others have long given up is not used.
/// </summary>
/// <remarks>Windows counts sleep as time that passes; there only a clock that is set is noticed, and connections end by their own age.</remarks>
/// <param name="clock">Both clocks.</param>
/// <param name="mark">What other processes have seen before this one started; null: they have told nothing.</param>
/// <param name="woke">Told how far they moved apart.</param>
internal sealed class WakeWatch(TimeProvider clock, SteadyMark? mark, Action<TimeSpan> woke)
{
    /// <summary>Less than this is a clock that is corrected, as clocks are all the time.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly TimeSpan _begun = clock.GetElapsedTime(0);
    private TimeSpan _apart = Apart(clock);
    private TimeSpan? _since;
    private int _naps;

    /// <summary>How long the machine has surely been awake and its clock left alone: only so far back does the clock say how long ago something was.</summary>
    public TimeSpan SteadyFor
    {
        get
        {
            Look();
            lock (_gate)
                return clock.GetElapsedTime(0) - _since!.Value;
        }
    }

    /// <summary>Looks at both clocks.</summary>
    /// <returns>How often the machine slept so far. Who finds another number than the last time drops what was opened before.</returns>
    public int Look()
    {
        lock (_gate)
        {
            var apart = Apart(clock);
            var moved = apart - _apart;
            _since ??= mark?.Since(_apart, _begun) ?? _begun;
            _apart = apart;
            if (moved.Duration() <= Slack)
                return _naps;

            _since = clock.GetElapsedTime(0);
            mark?.Write(apart, _since.Value);
            woke(moved);
            return ++_naps;
        }
    }

    /// <summary>Looks now and then, for a process that is long without work.</summary>
    public async Task WatchAsync(TimeSpan interval, CancellationToken cancel)
    {
        var lookout = new Lookout(clock);
        while (true)
        {
            await lookout.WaitAsync(interval, cancel);
            Look();
        }
    }

    private static TimeSpan Apart(TimeProvider clock) => TimeSpan.FromTicks(clock.GetUtcNow().UtcTicks) - clock.GetElapsedTime(0);
}
