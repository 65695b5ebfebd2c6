using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>What happens to a profile, and whether it could be heard: a page that comes is the end of an outage, even where it is empty.</summary>
internal sealed class HeardEvents(ProfileEvents events, Action heard) : StreamSource
{
    public override TimeSpan Pause => events.Pause;

    public override async Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel)
    {
        var page = await events.ReadAsync(cursor, cancel);
        heard();
        return page;
    }
}
