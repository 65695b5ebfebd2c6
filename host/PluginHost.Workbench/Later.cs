using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench;

/// <summary>Does things on the renderer's thread after a while, on the clock that everything goes by.</summary>
internal sealed class Later(TimeProvider clock, IRenderer renderer)
{
    public TimeProvider Clock => clock;

    /// <summary>Does something later. One that is disposed may still come, where it was on its way: whoever asked looks whether it is still wanted.</summary>
    public ITimer In(TimeSpan time, Action work)
    {
        // Not in the flow of whoever asks: a guest's call may be among them.
        using (ExecutionContext.SuppressFlow())
        {
            return clock.CreateTimer(
                _ =>
                {
                    renderer.Post(work);
                    renderer.Invalidate();
                },
                null,
                time,
                Timeout.InfiniteTimeSpan);
        }
    }
}
