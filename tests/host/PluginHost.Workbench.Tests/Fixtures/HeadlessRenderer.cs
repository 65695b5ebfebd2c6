using System.Collections.Concurrent;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Tests.Fixtures;

/// <summary>A renderer without a screen: it runs what is posted when the test says that a frame is due, on the test's own thread.</summary>
internal sealed class HeadlessRenderer : IRenderer
{
    private readonly ConcurrentQueue<Action> _posted = new();
    private int _invalidated;

    public Capabilities Capabilities { get; init; } = new() { HasMouse = true };

    public int Invalidated => _invalidated;

    public string Copied { get; private set; } = "";

    public bool IsEnded { get; private set; }

    public void Post(Action work) => _posted.Enqueue(work);

    public void Invalidate() => Interlocked.Increment(ref _invalidated);

    public void Copy(string text) => Copied = text;

    public Picture TakePicture() => new("what the screen shows", null);

    public int Suspended { get; private set; }

    public void Suspend() => Suspended++;

    public void End() => IsEnded = true;

    /// <summary>Draws a frame: what was posted is run, and the workbench prepares itself.</summary>
    public void Frame(IWorkbench workbench)
    {
        while (_posted.TryDequeue(out var work))
            work();

        workbench.Prepare();
    }
}
