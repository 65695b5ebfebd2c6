using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

internal sealed class SquareLogin(Flaw flaw) : Login
{
    public override Task<string?> CheckAsync(Profile profile, CancellationToken cancel) => Task.FromResult(flaw == Flaw.SaysNothingWrong ? "" : null);
}
