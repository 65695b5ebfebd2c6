using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>A stream as one plugin sees it. All of it runs on the plugin's own context, and ends with the plugin.</summary>
internal sealed class GuestStream(
    string name,
    StreamSource source,
    Func<StreamItem, bool>? filter,
    GuestStreams streams,
    Guest guest,
    Fence fence,
    StreamService service,
    Func<IStore> store) : IStream
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    public string Name => name;

    public async Task TakeAsync(string taker, Func<IReadOnlyList<StreamEvent>, IStoreTransaction, Task> take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(take);
        streams.RefuseClosed();
        if (string.IsNullOrWhiteSpace(taker))
            throw new WrongUseException($"{guest.Id} takes from {name} without saying who takes. Name the taker, the same in every process.");

        // Taking lasts as long as there is something to come; it is not what the call does with its time.
        using var unhurried = FenceEntry.Current?.Pause();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, guest.Stopping);
        using var listening = streams.Listen(name, source, filter);
        var taking = new Taking(name, $"{guest.Id}/{taker}", store().Relaxed, service, error => fence.Blame(guest, $"the taker {taker} of {name}", error));
        await taking.RunAsync(take, either.Token);
    }

    public async Task<IReadOnlyList<StreamEvent>> ReadAsync(long after, int limit, CancellationToken cancel)
    {
        streams.RefuseClosed();
        if (after < 0 || limit < 1)
            throw new WrongUseException($"{guest.Id} reads {limit} events after {after} of {name}. Read at least one, after 0 or a position that was read.");

        return await service.Log.ReadAsync(name, after, limit, service.Clock.GetUtcNow(), cancel);
    }

    public async Task ListenAsync(CancellationToken cancel)
    {
        streams.RefuseClosed();
        using var unhurried = FenceEntry.Current?.Pause();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, guest.Stopping);
        using var listening = streams.Listen(name, source, filter);
        await Task.Delay(Timeout.InfiniteTimeSpan, service.Clock, either.Token);
    }

    public async Task WaitAsync(long after, CancellationToken cancel)
    {
        streams.RefuseClosed();
        using var unhurried = FenceEntry.Current?.Pause();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, guest.Stopping);
        while (true)
        {
            var appended = service.Appended.Next(name);
            if (await service.Log.LastAsync(name, either.Token) > after)
                return;

            await service.Appended.WaitAsync(appended, PollInterval, either.Token);
        }
    }
}
