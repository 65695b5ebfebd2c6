using PluginHost.Campaigns;
using PluginHost.Listening.Matching;
using PluginHost.Listening.Posts;
using PluginHost.Sdk;

namespace PluginHost.Listening.Hearing;

/// <summary>
/// Takes what is said from the streams, matches it, and keeps what meets a query, in the transaction that moves the place in the stream: each post counts once, whatever is
/// killed whenever. While nobody listens for anything, nobody is asked.
/// </summary>
internal sealed class Ears(IHost host, HeardStreams streams, Watching watching, PostLog log, Trimming trimming, Action changed)
{
    private const string Taker = "listening";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, Task> _taking = new(StringComparer.Ordinal);
    private CancellationTokenSource? _wanted;
    private bool _hasKept;

    /// <summary>Called between two looks where something was kept since the last.</summary>
    public Func<IHost, CancellationToken, Task> Rested { get; init; } = (_, _) => Task.CompletedTask;

    // Who waits in a rehearsal does not look meanwhile, and is not to be forgotten for it.
    private TimeSpan Interest => host.Clock is RehearsalClock ? Timeout.InfiniteTimeSpan : TimeSpan.FromMinutes(5);

    /// <summary>Listens in this process for a while, for somebody who reads: perhaps nobody serves the workspace.</summary>
    public void Want()
    {
        if (_wanted is not null)
        {
            _wanted.CancelAfter(Interest);
            return;
        }

        var wanted = _wanted = new CancellationTokenSource(Interest, host.Clock);
        host.Jobs.Resumable("Listening", stopping => ListenWhileWantedAsync(wanted, stopping));
    }

    /// <summary>Listens until it is cancelled.</summary>
    public async Task ListenAsync(CancellationToken cancel)
    {
        var own = new List<Task>();
        try
        {
            while (true)
            {
                var lookout = Lookout.ForSettled(host.Clock);
                if ((await watching.ReadAsync(new StoreReads(host.Store, cancel))).Queries > 0)
                    await BeginAsync(own, cancel);

                await trimming.TrimAsync(cancel);
                await lookout.WaitAsync(Look, cancel);
                if (_hasKept)
                {
                    _hasKept = false;
                    await Rested(host, cancel);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Nobody has read for a while, or the plugin leaves.
        }
        finally
        {
            foreach (var taking in own)
                await taking;
        }
    }

    private async Task ListenWhileWantedAsync(CancellationTokenSource wanted, CancellationToken stopping)
    {
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(stopping, wanted.Token);
        try
        {
            await ListenAsync(unwanted.Token);
        }
        finally
        {
            _wanted = null;
            wanted.Dispose();
        }
    }

    // What somebody else here takes already is left to them: when they end, it is begun anew with the next look.
    private async Task BeginAsync(List<Task> own, CancellationToken cancel)
    {
        // One that broke, because the store did, breaks this too: whoever started it starts it again.
        foreach (var taking in own.Where(taking => taking.IsCompleted).ToList())
        {
            own.Remove(taking);
            await taking;
        }

        foreach (var (name, _) in _taking.Where(taking => taking.Value.IsCompleted).ToList())
            _taking.Remove(name);

        foreach (var stream in await streams.FindAsync(cancel))
        {
            if (!_taking.ContainsKey(stream.Name))
                own.Add(_taking[stream.Name] = TakeAsync(stream, cancel));
        }
    }

    private async Task TakeAsync(HeardStream stream, CancellationToken cancel)
    {
        try
        {
            await host.Streams.Open(stream.Name, stream.Source)
                .TakeAsync(Taker, (events, transaction) => KeepAsync(stream, events, transaction), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // As above.
        }
        catch (PluginHostException error)
        {
            host.Output.Write(Severity.Warning, $"Nobody takes from the stream {stream.Name}: {error.Message} It is tried again.");
        }
    }

    private async Task KeepAsync(HeardStream stream, IReadOnlyList<StreamEvent> events, IStoreTransaction transaction)
    {
        var watch = await watching.ReadAsync(new TransactionReads(transaction));
        var hasKept = false;
        foreach (var told in events)
        {
            if (stream.TakenBack(told) is { } gone)
                hasKept |= await log.TakeBackAsync(transaction, stream.Network, gone);

            if (stream.Post(told) is not { } post)
                continue;

            var heard = HeardPost.Of(stream.Network, post);
            var met = watch.Matcher.Match(heard);
            if (met.Count == 0)
                continue;

            await log.AddAsync(transaction, stream.Network, post, heard, met);
            hasKept = true;
        }

        if (!hasKept)
            return;

        _hasKept = true;
        changed();
    }
}
