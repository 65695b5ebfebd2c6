using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>A stream that reads its source whenever somebody takes, and hands on in a transaction of the taker's store.</summary>
internal sealed class FakeStream(
    string name, StreamSource source, Func<StreamItem, bool> filter, FakeStreamLog log, IStore store, TimeProvider clock) : IStream
{
    public string Name => name;

    public async Task TakeAsync(string taker, Func<IReadOnlyList<StreamEvent>, IStoreTransaction, Task> take, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            await PumpAsync(cancel);
            var batch = await ReadAsync(log.Takers.GetValueOrDefault(taker), 500, cancel);
            if (batch.Count == 0)
            {
                await Task.Delay(source.Pause, clock, cancel);
                continue;
            }

            await store.TransactAsync<object?>(
                async transaction =>
                {
                    await take(batch, transaction);
                    return null;
                },
                cancel);
            log.Takers[taker] = batch[^1].Position;
        }
    }

    public Task<IReadOnlyList<StreamEvent>> ReadAsync(long after, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StreamEvent>>([.. log.Events.Where(known => known.Position > after).Take(limit)]);

    public async Task ListenAsync(CancellationToken cancel)
    {
        while (true)
        {
            await PumpAsync(cancel);
            await Task.Delay(source.Pause, clock, cancel);
        }
    }

    public async Task WaitAsync(long after, CancellationToken cancel)
    {
        while (log.Events.Count <= after)
            await Task.Delay(source.Pause, clock, cancel);
    }

    private async Task PumpAsync(CancellationToken cancel) => log.Keep(await source.ReadAsync(log.Cursor, cancel), filter);
}
