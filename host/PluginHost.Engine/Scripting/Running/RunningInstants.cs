using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The instants of an <c>Every</c>: the first at once, the others on its beat. What was missed is left out.</summary>
internal sealed class RunningInstants(RunningGlobals globals, TimeSpan interval, DateTimeOffset? end) : IInstants
{
    public IInstants Until(DateTimeOffset end) => new RunningInstants(globals, interval, end);

    public async IAsyncEnumerator<DateTimeOffset> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var beat = globals.Now;
        while (!(beat >= end))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return beat;

            var missed = (globals.Now - beat).Ticks / interval.Ticks;
            beat += interval * (Math.Max(0, missed) + 1);
            if (beat >= end)
                break;

            await globals.Wait(beat);
        }
    }
}
