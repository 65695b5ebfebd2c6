namespace PluginHost.Engine.Streams;

/// <summary>Tells whether the machine has slept: then the wall clock has gone on, and the machine's own has not.</summary>
internal sealed class SleepWatch(TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);
    private DateTimeOffset _wall = clock.GetUtcNow();
    private long _own = clock.GetTimestamp();

    /// <summary>Whether it slept, or the clock was set, since <see cref="Begin"/>.</summary>
    public bool HasSlept => (clock.GetUtcNow() - _wall - clock.GetElapsedTime(_own)).Duration() > Tolerance;

    /// <summary>Counts from now on.</summary>
    public void Begin() => (_wall, _own) = (clock.GetUtcNow(), clock.GetTimestamp());
}
