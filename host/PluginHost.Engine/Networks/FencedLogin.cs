using PluginHost.Campaigns;

namespace PluginHost.Engine.Networks;

/// <summary>A plugin's login, behind the fence.</summary>
internal sealed class FencedLogin(FencedNetwork network) : Login
{
    public override Task<string?> CheckAsync(Profile profile, CancellationToken cancel) =>
        network.EnterAsync("Login.Check", (target, token) => target.Login!.CheckAsync(profile, token), cancel);
}
