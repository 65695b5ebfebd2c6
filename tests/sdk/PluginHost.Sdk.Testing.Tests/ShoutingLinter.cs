using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests;

internal sealed class ShoutingLinter : Linter
{
    public override Task<IReadOnlyList<Finding>> CheckAsync(Lint lint, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>(
        lint.Variant.Text.EndsWith('!') ? [new Finding { Message = "It shouts.", Range = new TextRange { Start = lint.Variant.Text.Length - 1, Length = 1 } }] : []);
}
