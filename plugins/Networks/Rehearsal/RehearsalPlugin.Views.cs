using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

public sealed partial class RehearsalPlugin
{
    private const int Shown = 200;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private IDisposable? _glances;

    /// <summary>What anybody on the network sees. It is looked at again now and then, because people react in their own time.</summary>
    [View(TimelineView, "Rehearsal Timeline", Area.Editor, Welcome = "Nobody has said anything on the rehearsal network. Ctrl+N writes a post.")]
    public Task<Table> ShowTimelineAsync(IHost host, CancellationToken cancel)
    {
        _glances ??= host.Jobs.Every(Glance, _ =>
        {
            host.Views.Refresh(TimelineView);
            return Task.CompletedTask;
        });
        return TimelineAsync(host, Shown, cancel);
    }
}
