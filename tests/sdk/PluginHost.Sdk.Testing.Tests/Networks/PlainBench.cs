using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

/// <summary>The least that a network can be: it sends, and knows nothing else.</summary>
internal sealed class PlainBench : NetworkBench
{
    private readonly Square _square = new(TimeProvider.System);

    public override Profile Profile { get; } = new() { Name = "@test", Network = "plain", Handle = "test" };

    public override Task<Network> OpenAsync(CancellationToken cancel) => Task.FromResult<Network>(new PlainNetwork(_square));

    public override Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. _square.Posts.Select(post => post.Text)]);

    private sealed class PlainNetwork(Square square) : Network
    {
        private readonly NetworkRules _rules = new() { Limit = 100, Source = "Its own" };

        public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(_rules);

        public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            return Task.FromResult<SendResult>(post.Profile.CanSend && post.Text.Length > 0 && _rules.Count(post.Text).Fits
                ? new Sent { RemoteId = square.Publish(key.Value, post.Text), At = square.Clock.GetUtcNow() }
                : new RefusedByNetwork { Reason = "no" });
        }
    }
}
