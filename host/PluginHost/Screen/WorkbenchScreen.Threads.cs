using System.Collections.Concurrent;

namespace PluginHost.Screen;

internal sealed partial class WorkbenchScreen
{
    private readonly ConcurrentQueue<Action> _early = new();

    /// <inheritdoc/>
    public void Post(Action work)
    {
        // What is posted before the screen is there waits for it.
        if (Volatile.Read(ref _frames) is { } frames)
            frames.Post(work);
        else
            _early.Enqueue(work);
    }

    /// <inheritdoc/>
    public void Invalidate() => Volatile.Read(ref _frames)?.Invalidate();
}
