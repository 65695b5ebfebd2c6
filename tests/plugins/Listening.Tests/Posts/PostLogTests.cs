using PluginHost.Listening.Matching;
using PluginHost.Listening.Posts;

namespace PluginHost.Listening.Tests.Posts;

/// <summary>The same post is heard in several ways, and not at one time.</summary>
public sealed class PostLogTests : IDisposable
{
    private readonly Square _square = new();

    [Fact]
    public async Task Should_Count_For_A_Query_That_Was_Added_Since_And_For_No_Other_Again()
    {
        await AddAsync(1);

        await AddAsync(1, 2);
        await AddAsync(2);

        _square.Database.Query("select queries from listening_post").ShouldBe([",1,2,"]);
        _square.Database.Query("select posts from listening_count order by query").ShouldBe([1L, 1L]);
    }

    [Fact]
    public async Task Should_Meet_Nothing_Any_More_When_It_Was_Taken_Back()
    {
        await AddAsync(1);
        var (_, host) = await _square.StartAsync();
        await host.Store.TransactAsync(transaction => new PostLog(_square.Clock).TakeBackAsync(transaction, "test", "p"), CancellationToken.None);

        await AddAsync(1, 2);

        _square.Database.Query("select queries from listening_post").ShouldBe([","]);
        _square.Database.Query("select posts from listening_count").ShouldBe([1L]);
    }

    public void Dispose() => _square.Dispose();

    private async Task AddAsync(params long[] queries)
    {
        var (_, host) = await _square.StartAsync();
        var post = _square.Post("p", "Acme is down");
        await host.Store.TransactAsync(
            async transaction =>
            {
                await new PostLog(_square.Clock).AddAsync(transaction, "test", post, HeardPost.Of("test", post), queries);
                return true;
            },
            CancellationToken.None);
    }
}
