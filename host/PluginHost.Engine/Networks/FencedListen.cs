using PluginHost.Campaigns;

namespace PluginHost.Engine.Networks;

/// <summary>A plugin's notifications, behind the fence.</summary>
internal sealed class FencedListen(FencedNetwork network) : Listen
{
    public override Task<NetworkEventPage> ReadAsync(Profile profile, string? cursor, CancellationToken cancel) =>
        network.EnterAsync("Listen.Read", (target, token) => target.Listen!.ReadAsync(profile, cursor, token), cancel);
}
