using System.Net;
using Acme.Bulletin;
using PluginHost.Campaigns;
using PluginHost.Sdk.Testing;

namespace Examples.Tests;

/// <summary>The bulletin board as its contract is checked: in the host, with a board that can be made to refuse, to limit and to lose an answer.</summary>
internal sealed class BulletinBench(TestHost host) : NetworkBench
{
    private readonly BulletinBoard _board = new(host.Clock);
    private readonly List<TestHost> _processes = [];

    public override Profile Profile => host.Profiles[0];

    public override TimeProvider Clock => host.Clock;

    public static async Task<NetworkBench> StartAsync() => new BulletinBench(await Example.StartAsync<BulletinPlugin>(new TestHostOptions
    {
        Profiles = [new Profile { Name = "@town", Network = "bulletin", Handle = "town", Language = "en" }],
    }));

    public override async Task<Network> OpenAsync(CancellationToken cancel)
    {
        var process = await host.AgainAsync();
        _processes.Add(process);
        _board.Serve(process.Http);
        return await process.NetworkAsync(Profile);
    }

    public override Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([.. _board.Posts.Select(post => post.Text)]);

    public override Task PassAsync(TimeSpan time, CancellationToken cancel) => host.AdvanceAsync(time);

    public override Task<bool> LoseNextAnswerAsync(CancellationToken cancel) => Task.FromResult(_board.LosesNext = true);

    public override Task<bool> RefuseNextAsync(CancellationToken cancel) => NextAsync(HttpStatusCode.Forbidden);

    public override Task<bool> LimitNextAsync(CancellationToken cancel) => NextAsync(HttpStatusCode.TooManyRequests);

    public override async Task<bool> AnswerAsync(Sent post, int count, CancellationToken cancel)
    {
        for (var i = 0; i < count; i++)
        {
            await host.AdvanceAsync(TimeSpan.FromSeconds(1));
            _board.Answer(post.RemoteId, $"answer {i}");
        }

        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();

        await host.DisposeAsync();
    }

    private Task<bool> NextAsync(HttpStatusCode status)
    {
        _board.Next = status;
        return Task.FromResult(true);
    }
}
