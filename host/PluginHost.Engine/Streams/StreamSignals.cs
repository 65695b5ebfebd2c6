using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>Wakes those of this process who wait for something about a stream. What happens in other processes they learn by looking.</summary>
internal sealed class StreamSignals(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource> _next = new(StringComparer.Ordinal);

    /// <summary>A task that ends with the next <see cref="Tell"/>. Ask for it before looking: what happens in between is not missed then.</summary>
    public Task Next(string stream)
    {
        lock (_gate)
        {
            if (!_next.TryGetValue(stream, out var next))
                next = _next[stream] = new TaskCompletionSource(Stage.Continuations);

            return next.Task;
        }
    }

    public void Tell(string stream)
    {
        TaskCompletionSource? next;
        lock (_gate)
            _next.Remove(stream, out next);

        next?.TrySetResult();
    }

    /// <summary>Waits until a task has ended, and not longer than some time.</summary>
    /// <returns>Whether the task has ended.</returns>
    public async Task<bool> WaitAsync(Task task, TimeSpan atMost, CancellationToken cancel)
    {
        if (clock is RehearsalClock)
        {
            // There are no other processes: whoever has something to tell tells it.
            await task.WaitAsync(cancel);
        }
        else if (!task.IsCompleted)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            await Task.WhenAny(task, Task.Delay(atMost, clock, enough.Token));
            await enough.CancelAsync();
        }

        cancel.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }
}
