using PluginHost.Listening.Posts;
using PluginHost.Plugins.Testing;

namespace PluginHost.Listening.Tests.Posts;

/// <summary>What is older than it is to be kept goes, however much it is.</summary>
public sealed class TrimmingTests : IDisposable
{
    private const int Posts = 12_345;

    private readonly Square _square = new();

    [Fact]
    public async Task Should_Let_Go_Of_A_Flood_In_Two_Looks_And_Keep_What_Is_Young_The_Newest_And_The_Counts()
    {
        // Given: a post each second, until two days ago, and one of today.
        var host = await FloodAsync();
        var trimming = new Trimming(host.Store, _square.Clock, TimeSpan.FromDays(1));
        var statements = host.Store.Statements;

        // When
        await trimming.TrimAsync(CancellationToken.None);
        var left = Count("listening_post");
        await trimming.TrimAsync(CancellationToken.None);

        // Then
        left.ShouldBe(Posts + 1 - 10_000);
        _square.Kept().ShouldBe(["today"]);
        Count("listening_word").ShouldBe(1);
        _square.Database.Query("select sum(posts) from listening_count").ShouldBe([(long)Posts]);
        (host.Store.Statements + ((FakeStore)host.Store.Relaxed).Statements - statements).ShouldBeLessThan(100);
    }

    [Fact]
    public async Task Should_Not_Look_Again_Before_It_Is_Time()
    {
        // Given
        var host = await FloodAsync();
        var trimming = new Trimming(host.Store, _square.Clock, TimeSpan.FromDays(1));
        await trimming.TrimAsync(CancellationToken.None);
        await trimming.TrimAsync(CancellationToken.None);
        var statements = host.Store.Statements;

        // When
        _square.Clock.Advance(TimeSpan.FromMinutes(9));
        await trimming.TrimAsync(CancellationToken.None);
        var early = host.Store.Statements;
        _square.Clock.Advance(TimeSpan.FromMinutes(1));
        await trimming.TrimAsync(CancellationToken.None);

        // Then
        early.ShouldBe(statements);
        host.Store.Statements.ShouldBeGreaterThan(early);
    }

    [Fact]
    public async Task Should_Keep_The_Newest_However_Old_It_Is()
    {
        var host = await FloodAsync();
        _square.Clock.Advance(TimeSpan.FromDays(30));
        var trimming = new Trimming(host.Store, _square.Clock, TimeSpan.FromDays(1));

        await trimming.TrimAsync(CancellationToken.None);
        await trimming.TrimAsync(CancellationToken.None);

        _square.Kept().ShouldBe(["today"]);
    }

    public void Dispose() => _square.Dispose();

    private async Task<FakeHost> FloodAsync()
    {
        var (_, host) = await _square.StartAsync();
        var now = _square.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var last = now - (long)TimeSpan.FromDays(2).TotalMilliseconds;
        _square.Database.Query($"""
            insert into listening_post (network, remote_id, handle, plain_handle, name, text, language, at, heard_at, link, queries)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < {Posts})
            select 'test', 'f' || i, 'kari', 'kari', '', 'acme', '', {last} - ({Posts} - i) * 1000, {now}, null, ',1,' from n;
            insert into listening_post (network, remote_id, handle, plain_handle, name, text, language, at, heard_at, link, queries)
            values ('test', 'today', 'kari', 'kari', '', 'today', '', {now}, {now}, null, ',1,');
            insert into listening_word (word, post) select 'acme', id from listening_post;
            insert into listening_count (query, hour, posts) values (1, {last}, {Posts});
            """);
        return host;
    }

    private int Count(string table) => (int)(long)_square.Database.Query($"select count(*) from {table}")[0];
}
