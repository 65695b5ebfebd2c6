namespace PluginHost.Sdk;

/// <summary>
/// For whoever looks now and then for what others may have done: another process, a person. Made before the first look, and waited with in place of
/// <c>Task.Delay</c>. In a rehearsal nobody else is there, so that looking again is for those alone who have not seen all that was written, and a month need not be gone
/// through second by second.
/// </summary>
public sealed class Lookout
{
    private readonly TimeProvider _clock;
    private readonly bool _isForSettled;
    private long _seen;

    /// <summary>Makes one, before the first look.</summary>
    /// <param name="clock">The clock: <see cref="IHost.Clock"/>.</param>
    public Lookout(TimeProvider clock)
        : this(clock, isForSettled: false)
    {
    }

    private Lookout(TimeProvider clock, bool isForSettled)
    {
        _clock = clock;
        _isForSettled = isForSettled;
        _seen = Written;
    }

    /// <summary>Whether looking may show something new. Only a rehearsal ever knows that it cannot: nothing was written since the last wait ended.</summary>
    public bool IsWorthIt => _clock is not RehearsalClock || Written > _seen;

    private long Written => _clock is not RehearsalClock rehearsal ? 0 : _isForSettled ? rehearsal.Settled : rehearsal.Written;

    /// <summary>
    /// Makes one for whoever looks for what somebody has decided: in a rehearsal, what was written with <see cref="IStore.Relaxed"/>, as what is heard is, does not end
    /// its waiting.
    /// </summary>
    /// <param name="clock">The clock: <see cref="IHost.Clock"/>.</param>
    /// <returns>The lookout, made before the first look.</returns>
    public static Lookout ForSettled(TimeProvider clock) => new(clock, isForSettled: true);

    /// <summary>Waits before the next look.</summary>
    /// <param name="interval">How long: in a rehearsal, how long at least.</param>
    /// <param name="cancel">Ends waiting.</param>
    /// <returns>A task that ends when it is time to look.</returns>
    public async Task WaitAsync(TimeSpan interval, CancellationToken cancel)
    {
        if (_clock is RehearsalClock rehearsal)
            await (_isForSettled ? rehearsal.LookForSettledLaterAsync(interval, _seen, cancel) : rehearsal.LookLaterAsync(interval, _seen, cancel));
        else
            await Task.Delay(interval, _clock, cancel);

        _seen = Written;
    }
}
