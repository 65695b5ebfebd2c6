using PluginHost.Campaigns;

namespace PluginHost.Listening.Tests;

/// <summary>A network that tells what a test has people say.</summary>
internal sealed class FakeNetwork : Network
{
    public FakeSearch Public { get; } = new();

    public FakeListen Told { get; } = new();

    /// <summary>Whether it tells anything.</summary>
    public bool IsOpen { get; set; } = true;

    public override Search? Search => IsOpen ? Public : null;

    public override Listen? Listen => IsOpen ? Told : null;

    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => throw new NotSupportedException("Nobody who listens asks for rules.");

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => throw new NotSupportedException("Nobody who listens sends.");
}
