using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;

namespace PluginHost.Torture.Sending;

/// <summary>Starts a worker, kills it at a random moment, and begins again, until there were enough kills.</summary>
internal sealed class KillLoop(Place place, KilledSends killed, int wanted, Random random)
{
    // Some die while they start, most while they work.
    private const double InTheStart = 0.2;
    private static readonly TimeSpan Start = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Mean = TimeSpan.FromMilliseconds(250);
    private int _begun;
    private int _kills;

    public int Kills => Volatile.Read(ref _kills);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (Interlocked.Increment(ref _begun) <= wanted)
        {
            await using var worker = place.StartWorker();
            await LetLiveAsync(worker, cancel);
            if (!worker.Kill())
                throw new TortureException($"A worker ended by itself, with {worker.ExitCode}:\n{worker.Said}");

            await worker.Ended;
            await killed.NoteAsync();
            Interlocked.Increment(ref _kills);
        }
    }

    private async Task LetLiveAsync(ProgramProcess worker, CancellationToken cancel)
    {
        double chance, moment;
        lock (random)
            (chance, moment) = (random.NextDouble(), random.NextDouble());

        if (chance < InTheStart)
        {
            await Task.Delay(Start * moment, cancel);
            return;
        }

        await worker.Awaited.WaitAsync(cancel);
        await Task.Delay(Mean * Math.Min(5, -Math.Log(1 - moment)), cancel);
    }
}
