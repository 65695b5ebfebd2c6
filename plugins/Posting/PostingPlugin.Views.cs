using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    private const int Shown = 200;

    /// <summary>What was sent.</summary>
    [View(TimelineView, "Timeline", Area.Editor, Welcome = "Nothing was sent yet. Ctrl+N writes a post.")]
    public Task<Table> ShowTimelineAsync(IHost host, CancellationToken cancel) => TimelineAsync(host, Shown, cancel);

    /// <summary>What is planned, under way and done.</summary>
    [View(OutboxView, "Outbox", Area.Editor, Welcome = "The outbox is empty. Ctrl+N writes a post.")]
    public Task<Table> ShowOutboxAsync(IHost host, CancellationToken cancel) => OutboxAsync(host, Shown, cancel);
}
