using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>A view of something that is touched on the renderer's thread alone: it is read there, when a change is told, and not when it is drawn.</summary>
internal abstract class OwnedView(Workbench workbench, string id, string title, Area area) : ViewSource(id, title, area)
{
    protected OwnedView(Workbench workbench, string id, string title)
        : this(workbench, id, title, Area.Panel)
    {
    }

    public sealed override async Task<View> SnapshotAsync(CancellationToken cancel)
    {
        var read = new TaskCompletionSource<View>(TaskCreationOptions.RunContinuationsAsynchronously);
        workbench.Post(() => read.TrySetResult(Read()));
        return await read.Task.WaitAsync(cancel);
    }

    protected abstract View Read();
}
