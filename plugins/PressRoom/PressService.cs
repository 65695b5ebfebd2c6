using PluginHost.Campaigns;
using PluginHost.PressRoom.Feeds;
using PluginHost.PressRoom.Releases;

namespace PluginHost.PressRoom;

/// <summary>What scripts and other plugins see of the press room.</summary>
internal sealed class PressService(ReleaseDesk releases, FeedDesk feeds) : IPress
{
    public Task<Release> ReleaseAsync(ReleaseOrder order, CancellationToken cancel) => releases.ReleaseAsync(order, cancel);

    public Task<Release?> FindAsync(string name, CancellationToken cancel) => releases.FindAsync(name, cancel);

    public Task<IReadOnlyList<FeedItem>> TakeAsync(FeedOrder order, CancellationToken cancel) => feeds.TakeAsync(order, cancel);
}
