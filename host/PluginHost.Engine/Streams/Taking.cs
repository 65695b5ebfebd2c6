using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>
/// One taker at work: reads what comes next, and commits the taker's work and its new place together. Work that throws is undone, told once in a row and tried
/// again with half as many events, so that those before the one it stumbles over get through.
/// </summary>
/// <param name="stream">The stream's name.</param>
/// <param name="taker">The taker's name, with its plugin's id.</param>
/// <param name="store">The plugin's tables.</param>
/// <param name="service">What all takers share.</param>
/// <param name="blame">Told of work that threw.</param>
internal sealed class Taking(string stream, string taker, IStore store, StreamService service, Action<Exception> blame)
{
    /// <summary>How many events a batch has at most.</summary>
    public const int MostEvents = 500;

    /// <summary>How long the work of a batch may take: nobody else may write meanwhile.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private readonly Streak _throwing = new(TimeSpan.FromMinutes(1));
    private int _size = MostEvents;

    public async Task RunAsync(Func<IReadOnlyList<StreamEvent>, IStoreTransaction, Task> take, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var appended = service.Appended.Next(stream);
            var attempt = new Attempt();
            try
            {
                var size = _size;
                var batch = await service.Log.NextAsync(stream, taker, size, service.Clock.GetUtcNow(), cancel);
                if (batch.Events.Count > 0)
                {
                    attempt.Size = batch.Events.Count;
                    await TakeAsync(batch, take, attempt, cancel);
                    _size = Math.Min(MostEvents, _size * 2);
                    if (_throwing.End())
                        service.Note(Severity.Information, $"The taker {taker} of {stream} goes on.");
                }

                // That was all there was then: looking again at once would find nothing that is not told.
                if (batch.Events.Count < size)
                    await service.Appended.WaitAsync(appended, PollInterval, cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                Note(attempt, error);
                await WaitAsync(attempt, cancel);
            }
        }
    }

    private async Task TakeAsync(
        TakerBatch batch, Func<IReadOnlyList<StreamEvent>, IStoreTransaction, Task> take, Attempt attempt, CancellationToken cancel)
    {
        // Not disposed: the timer may fire while it is.
        var late = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            await store.TransactAsync(
                async transaction =>
                {
                    // First, so that of two processes with this taker one waits here and then finds it moved.
                    if (!await StreamLog.MoveAsync(transaction, stream, taker, batch, service.Clock.GetUtcNow()))
                        return false;

                    using var deadline = service.After(Limit, late.Cancel);
                    attempt.IsInside = true;
                    await (attempt.Work = take(batch.Events, transaction));
                    attempt.IsInside = false;
                    return true;
                },
                either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"{batch.Events.Count} events were not taken within {Limit.TotalSeconds:0} seconds. Their work was undone.");
        }
    }

    private void Note(Attempt attempt, Exception error)
    {
        if (attempt.Size > 0)
            _size = Math.Max(1, attempt.Size / 2);

        if (!_throwing.Begin())
            return;

        if (attempt.IsInside)
            blame(error);
        else
            service.Note(Severity.Warning, $"The taker {taker} of {stream} does not get on for now; it is tried again. {error.Message}");
    }

    // Work that was given up may still run: the next one must not run beside it.
    private async Task WaitAsync(Attempt attempt, CancellationToken cancel)
    {
        await service.PauseAsync(_throwing.NextPause(), cancel);
        if (attempt.Work is { } work)
            await Task.WhenAny(work).WaitAsync(cancel);
    }

    private sealed class Attempt
    {
        public int Size { get; set; }

        /// <summary>Whether the taker's own work is under way, or was when it ended.</summary>
        public bool IsInside { get; set; }

        public Task? Work { get; set; }
    }
}
