using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

/// <summary>The network on a server with a memory, as its contract is checked.</summary>
internal sealed class MastodonBench(Stage stage) : NetworkBench
{
    private const string Posts = "POST /api/v1/statuses";

    public override Profile Profile => Town.Slocombe;

    public override TimeProvider Clock => stage.Host.Clock;

    public static async Task<NetworkBench> WithKeysAsync() => new MastodonBench(await Stage.LoggedInAsync());

    public static async Task<NetworkBench> WithoutKeysAsync() =>
        new MastodonBench(await Stage.LoggedInAsync(clock => new MastodonServer(clock) { KnowsKeys = false, Software = "gotosocial", Version = "0.20.0" }));

    public override Task<Network> OpenAsync(CancellationToken cancel) => stage.AgainAsync();

    public override Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. stage.Published.Select(status => status.Text)]);

    public override Task PassAsync(TimeSpan time, CancellationToken cancel) => stage.Host.AdvanceAsync(time);

    public override Task<bool> LoseNextAnswerAsync(CancellationToken cancel)
    {
        stage.Server.NextAfter(Posts, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was cut"));
        return Task.FromResult(true);
    }

    public override Task<bool> RefuseNextAsync(CancellationToken cancel)
    {
        stage.Server.Next(Posts, 422, """{"error":"Validation failed: Text is not to our liking"}""");
        return Task.FromResult(true);
    }

    public override Task<bool> LimitNextAsync(CancellationToken cancel)
    {
        stage.Server.Next(Posts, 429, """{"error":"Too many requests"}""", ("X-RateLimit-Reset", $"{stage.Now.AddMinutes(4):O}"));
        return Task.FromResult(true);
    }

    public override Task<bool> AnswerAsync(Sent post, int count, CancellationToken cancel)
    {
        for (var i = 1; i <= count; i++)
            stage.Server.Say($"person{i}@elsewhere.example", $"Answer {i}", stage.Server.Find(post.RemoteId));

        return Task.FromResult(true);
    }

    public override Task<bool> SayInPublicAsync(string text, CancellationToken cancel)
    {
        stage.Server.Say("kari@elsewhere.example", text);
        return Task.FromResult(true);
    }

    public override ValueTask DisposeAsync() => stage.DisposeAsync();
}
