using PluginHost.Campaigns;

namespace PluginHost.Engine.Networks;

/// <summary>A plugin's look-up, behind the fence.</summary>
internal sealed class FencedLookUp(FencedNetwork network) : LookUp
{
    public override Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel) =>
        network.EnterAsync("LookUp.Find", (target, token) => target.LookUp!.FindAsync(post, key, since, token), cancel);
}
