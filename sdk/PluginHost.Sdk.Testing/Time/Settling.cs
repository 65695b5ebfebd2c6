using PluginHost.Engine;
using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Sdk.Testing;

/// <summary>
/// Tells when a plugin has nothing more to do: all its calls wait, for the clock, a person or the outside, and the store is at rest. It looks, because what an await sets off is told to nobody.
/// </summary>
internal sealed class Settling(Func<IReadOnlyList<Guest>> guests)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);
    private int _inStore;
    private int _arriving;
    private int _marks;

    /// <summary>Takes a mark of the engine.</summary>
    public void Note(string mark)
    {
        Interlocked.Increment(ref _marks);
        if (mark == Marks.IntoStore)
            Interlocked.Increment(ref _inStore);
        else if (mark == Marks.OutOfStore)
            Interlocked.Decrement(ref _inStore);
    }

    /// <summary>Counts a call in that is on its way to the plugin, which may have to be activated first, and out once the plugin has it.</summary>
    public async Task<T> ArriveAsync<T>(Func<Task> activate, Func<Task<T>> call)
    {
        Interlocked.Increment(ref _arriving);
        Task<T> under;
        try
        {
            await activate();
            under = call();
        }
        finally
        {
            Interlocked.Decrement(ref _arriving);
        }

        return await under;
    }

    /// <summary>Waits until it is so.</summary>
    /// <param name="patience">How long, by the machine's clock.</param>
    /// <param name="wasBusy">Whether something is known to have been set off, though nothing of it is seen yet.</param>
    /// <returns>Whether it came to rest.</returns>
    public Task<bool> WaitAsync(TimeSpan patience, bool wasBusy) => Task.Run(async () =>
    {
        var (begun, marks) = (TimeProvider.System.GetTimestamp(), Volatile.Read(ref _marks));

        // What was queued before us has run when we come back: where nothing has stirred by then, nothing was set off.
        for (var i = 0; i < 4; i++)
        {
            wasBusy |= IsBusy || Volatile.Read(ref _marks) != marks;
            await Task.Yield();
        }

        for (var quiet = 0; wasBusy && quiet < 3; quiet++)
        {
            await Task.Delay(Look, TimeProvider.System, CancellationToken.None);
            if (IsBusy || Interlocked.Exchange(ref marks, Volatile.Read(ref _marks)) != Volatile.Read(ref _marks))
                quiet = -1;

            if (TimeProvider.System.GetElapsedTime(begun) > patience)
                return false;
        }

        return true;
    });

    private bool IsBusy => Volatile.Read(ref _arriving) > 0 || Volatile.Read(ref _inStore) > 0 || guests().Any(guest => !guest.Context.IsIdle);
}
