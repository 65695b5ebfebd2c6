using PluginHost.Campaigns;

namespace PluginHost.Engine.Networks;

/// <summary>A plugin's messages, behind the fence. A profile that only listens writes none.</summary>
internal sealed class FencedMessages(FencedNetwork network) : Messages
{
    public override Task<SendResult> SendAsync(Profile profile, string handle, string text, SendKey key, CancellationToken cancel) => profile.CanSend
        ? network.EnterAsync("Messages.Send", (target, token) => target.Messages!.SendAsync(profile, handle, text, key, token), cancel)
        : Task.FromResult(FencedNetwork.Refuse(profile));
}
