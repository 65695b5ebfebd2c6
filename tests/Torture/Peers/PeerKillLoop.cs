using PluginHost.Torture.Places;
using PluginHost.Torture.Sending;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Peers;

/// <summary>
/// Starts a worker, kills it, and begins again. On loopback a send is over in some milliseconds, which a kill at any moment seldom meets: most wait until the store shows one on its way.
/// </summary>
internal sealed class PeerKillLoop(Place place, TortureStore store, KilledSends killed, int wanted, Random random)
{
    private const double AtAnyMoment = 0.2;
    private const int LongestMilliseconds = 30;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly HashSet<(string Key, long Attempt)> _left = [];
    private int _kills;

    public int Kills => Volatile.Read(ref _kills);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (Kills < wanted)
        {
            _left.UnionWith(await SendingAsync());
            await using var worker = place.StartWorker();
            await worker.Awaited.WaitAsync(cancel);
            await LetLiveAsync(cancel);
            if (!worker.Kill())
                throw new TortureException($"A worker ended by itself, with {worker.ExitCode}:\n{worker.Said}");

            await worker.Ended;
            await killed.NoteAsync();
            Interlocked.Increment(ref _kills);
        }
    }

    private async Task LetLiveAsync(CancellationToken cancel)
    {
        if (random.NextDouble() >= AtAnyMoment)
        {
            for (var begun = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(begun) < Patience; await Task.Delay(Look, cancel))
            {
                // What an earlier worker died over stands there too.
                if ((await SendingAsync()).Any(send => !_left.Contains(send)))
                    break;
            }
        }

        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(LongestMilliseconds)), cancel);
    }

    private Task<IReadOnlyList<(string Key, long Attempt)>> SendingAsync() =>
        store.ReadAsync("select key, attempt from posting_target where state = 'sending'", row => (row.GetString(0), row.GetInt64(1)));
}
