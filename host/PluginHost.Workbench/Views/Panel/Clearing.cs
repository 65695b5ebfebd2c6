using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>Which lines of a log are shown: those since it was cleared last. May be asked on any thread.</summary>
/// <param name="clock">The clock that the lines go by.</param>
/// <param name="changed">Called when others are to be shown.</param>
internal sealed class Clearing(TimeProvider clock, Action changed)
{
    private long _since = DateTimeOffset.MinValue.UtcTicks;

    public IReadOnlyList<LogLine> Of(IEnumerable<LogLine> lines)
    {
        var since = Interlocked.Read(ref _since);
        return [.. lines.Where(line => line.At.UtcTicks > since)];
    }

    /// <returns>What shows again what was shown before.</returns>
    public Action Clear()
    {
        var before = Interlocked.Exchange(ref _since, clock.GetUtcNow().UtcTicks);
        changed();
        return () =>
        {
            Interlocked.Exchange(ref _since, before);
            changed();
        };
    }
}
