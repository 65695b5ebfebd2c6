using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Tells the screen that the outbox has changed. A screen that cannot be told is no reason to call a post failed.</summary>
internal sealed class Announcer(IHost host, Outbox outbox)
{
    /// <summary>After a post: what was sent throughout leaves no doubt that would have to be counted.</summary>
    public Task AnnounceAsync(IReadOnlyList<OutboxTarget> ended, int planned)
    {
        if (ended.Count != planned || ended.Any(target => target.State != TargetState.Sent))
            return AnnounceAsync(CancellationToken.None);

        Refresh();
        return Task.CompletedTask;
    }

    /// <summary>Looks the outbox through for what nobody knows, and tells.</summary>
    public async Task AnnounceAsync(CancellationToken cancel)
    {
        try
        {
            var unsure = await outbox.SettleAsync(cancel);
            host.Status.Set(PostingPlugin.UnsureItem, unsure == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"? {unsure} unknown"));
        }
        catch (PluginHostException unread)
        {
            host.Output.Write(Severity.Warning, $"The outbox could not be looked through: {unread.Message}");
        }

        Refresh();
    }

    /// <summary>After what leaves no doubt.</summary>
    public void Refresh()
    {
        host.Views.Refresh(PostingPlugin.TimelineView);
        host.Views.Refresh(PostingPlugin.OutboxView);
        host.Views.Refresh(PostingPlugin.PostView);
        host.Views.Refresh(PostingPlugin.WeekView);
        host.Views.Refresh(PostingPlugin.RepetitionsView);
        host.Views.Refresh(PostingPlugin.HistoryView);
    }
}
