using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

internal sealed class SquareBench(Flaw flaw) : NetworkBench
{
    private readonly Square _square = new(new TestClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));

    public override Profile Profile { get; } = new() { Name = "@test", Network = "square", Handle = "test", Language = "en" };

    public override TimeProvider Clock => _square.Clock;

    public override Task<Network> OpenAsync(CancellationToken cancel) => Task.FromResult<Network>(new SquareNetwork(_square, flaw));

    public override Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. _square.Posts.Select(post => post.Text)]);

    public override Task PassAsync(TimeSpan time, CancellationToken cancel)
    {
        ((TestClock)Clock).Advance(time);
        return Task.CompletedTask;
    }

    public override Task<bool> LoseNextAnswerAsync(CancellationToken cancel) => Task.FromResult(_square.LosesNext = true);

    public override Task<bool> RefuseNextAsync(CancellationToken cancel) => Task.FromResult(_square.RefusesNext = true);

    public override Task<bool> LimitNextAsync(CancellationToken cancel) => Task.FromResult(_square.LimitsNext = true);

    public override Task<bool> AnswerAsync(Sent post, int count, CancellationToken cancel)
    {
        for (var i = 0; i < count; i++)
        {
            ((TestClock)Clock).Advance(TimeSpan.FromSeconds(1));
            _square.Events.Add(new NetworkEvent { Id = Guid.NewGuid().ToString("N"), Kind = NetworkEventKind.Reply, Handle = "kari", At = Clock.GetUtcNow(), Post = post.RemoteId });
        }

        return Task.FromResult(true);
    }

    public override Task<bool> SayInPublicAsync(string text, CancellationToken cancel)
    {
        _square.Public.Add(new PublicPost { RemoteId = $"public{_square.Public.Count}", Handle = "kari", Text = text, At = Clock.GetUtcNow() });
        return Task.FromResult(true);
    }
}
