using PluginHost.Campaigns;

namespace PluginHost.Engine.Networks;

/// <summary>A plugin's login, behind the fence.</summary>
internal sealed class FencedLogin(FencedNetwork network) : Login
{
    public override Task<string?> CheckAsync(Profile profile, CancellationToken cancel) =>
        network.EnterAsync("Login.Check", (target, token) => target.Login!.CheckAsync(profile, token), cancel);

    public override Task<string> LogInAsync(Profile profile, CancellationToken cancel) =>
        network.EnterAsync("Login.LogIn", (target, token) => target.Login!.LogInAsync(profile, token), cancel);

    public override Task LogOutAsync(Profile profile, CancellationToken cancel) =>
        network.EnterAsync("Login.LogOut", async (target, token) => { await target.Login!.LogOutAsync(profile, token); return true; }, cancel);

    public override Task<IReadOnlyList<LoginFinding>> LookOverAsync(Profile profile, CancellationToken cancel) =>
        network.EnterAsync("Login.LookOver", (target, token) => target.Login!.LookOverAsync(profile, token), cancel);
}
