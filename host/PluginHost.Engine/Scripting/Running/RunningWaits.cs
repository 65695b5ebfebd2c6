using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The script's waiting. When a wait ends is written when it begins, so that a run that is resumed waits only for what is left of it.</summary>
internal sealed class RunningWaits(RunningGlobals globals, ScriptJournal journal, TimeProvider clock)
{
    // A machine that slept has not counted the time: the clock is looked at now and then. A rehearsal's never sleeps.
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(1);

    // No timer goes further.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    public Task For(TimeSpan time)
    {
        globals.ThrowIfOver();
        var due = (InstantValue)journal.Read("wait until", () => clock.GetUtcNow() + time);
        journal.Keep();
        return Until(due.Instant);
    }

    public async Task Until(DateTimeOffset due)
    {
        globals.ThrowIfOver();
        var glance = clock is RehearsalClock ? Longest : Glance;
        await journal.AskAsync("wait", async () =>
        {
            while (due - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
                await Task.Delay(left < glance ? left : glance, clock, globals.Cancel);

            return Value.Nothing;
        });
    }
}
