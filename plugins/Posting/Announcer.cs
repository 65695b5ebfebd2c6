using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Tells the screen that the outbox has changed. A screen that cannot be told is no reason to call a post failed.</summary>
internal sealed class Announcer(IHost host, Outbox outbox)
{
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

        host.Views.Refresh(PostingPlugin.TimelineView);
        host.Views.Refresh(PostingPlugin.OutboxView);
    }
}
