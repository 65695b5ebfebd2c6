using PluginHost.Torture.Counting;
using PluginHost.Torture.Places;

namespace PluginHost.Torture.Sending;

/// <summary>Lets one worker finish, until nothing is open and nothing is unknown that it could settle, or until nothing has moved for long.</summary>
internal sealed class Finish(Place place, Planner planner, TimedOutSends timedOut)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var worker = place.StartWorker();
        await worker.Awaited.WaitAsync(cancel);
        var kinds = Profiles.All.ToDictionary(profile => profile.Name, profile => profile.Kind);
        var left = int.MaxValue;
        var moved = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(moved) < Patience)
        {
            await timedOut.NoteAsync();
            var outbox = await planner.ReadOutboxAsync(cancel);
            var open = outbox.Count(entry => entry.IsOpen || (entry.State == "unknown" && Kinds.CanSettle(kinds[entry.Profile])));
            if (open == 0)
                return;

            if (open != left)
                (left, moved) = (open, TimeProvider.System.GetTimestamp());

            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }
}
