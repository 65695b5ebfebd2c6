using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests.Posts;

/// <summary>Where a hundred thousand posts met a query, views read a screenful.</summary>
public sealed class FloodTests : IDisposable
{
    private const int Posts = 100_000;

    // As many rows as may be read: what is shown, hours and queries, and no more than a piece too many.
    private const int Most = 1_500;

    private readonly Square _square = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_Show_The_Newest_Of_A_Hundred_Thousand_Without_Reading_Them_All()
    {
        var (plugin, host) = await FloodAsync();
        var rows = host.Store.Rows;

        var stream = await plugin.ShowStreamAsync(host, CancellationToken.None);
        var queries = await plugin.ShowQueriesAsync(CancellationToken.None);
        var share = await plugin.ShowShareAsync(host, CancellationToken.None);

        Square.Cells(stream.Table, "text")[0].ShouldBe($"acme {Posts}");
        stream.Table.Rows.Count.ShouldBe(200);
        queries.Table.Rows.Count.ShouldBe(2);
        share.Series.Count.ShouldBe(1);
        (host.Store.Rows - rows).ShouldBeLessThan(Most);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Find_What_Others_Have_Heard_Behind_A_Muted_Flood_Without_Reading_It()
    {
        // Given: what the other query met lies before and behind the flood.
        var (plugin, host) = await FloodAsync();
        await plugin.MuteQueryAsync(host, "acme", "", CancellationToken.None);
        var rows = host.Store.Rows;

        // When
        var stream = await plugin.ShowStreamAsync(host, CancellationToken.None);
        var matches = await plugin.MatchesAsync(host, "globex", 50, hidden: false, CancellationToken.None);

        // Then
        Square.Cells(stream.Table, "text").ShouldBe(["globex 2", "globex 1"]);
        Square.Cells(matches, "text").ShouldBe(["globex 2", "globex 1"]);
        (host.Store.Rows - rows).ShouldBeLessThan(Most);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Show_What_More_Queries_Than_Conditions_Nest_Have_Heard()
    {
        // Given
        var (plugin, host) = await FloodAsync();
        _square.Database.Query("""
            insert into listening_query (name, text, created_at)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 1500)
            select 'q' || i, 'acme', 0 from n
            """);
        await plugin.MuteQueryAsync(host, "acme", "", CancellationToken.None);

        // Then
        Square.Cells((await plugin.ShowStreamAsync(host, CancellationToken.None)).Table, "text").ShouldBe(["globex 2", "globex 1"]);
    }

    public void Dispose() => _square.Dispose();

    // A post each second: some thirty hours.
    private async Task<(ListeningPlugin Plugin, FakeHost Host)> FloodAsync()
    {
        var (plugin, host) = await _square.StartAsync();
        await plugin.AddAsync(host, "acme", "acme", CancellationToken.None);
        await plugin.AddAsync(host, "globex", "globex", CancellationToken.None);
        var now = _square.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        _square.Database.Query($"""
            insert into listening_post (network, remote_id, handle, plain_handle, name, text, language, at, heard_at, link, queries)
            values ('test', 'g1', 'kari', 'kari', '', 'globex 1', '', {now} - 500000000, {now}, null, ',2,');
            insert into listening_post (network, remote_id, handle, plain_handle, name, text, language, at, heard_at, link, queries)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < {Posts})
            select 'test', 'f' || i, 'kari', 'kari', '', 'acme ' || i, '', {now} - ({Posts} - i) * 1000, {now}, null, ',1,' from n;
            insert into listening_post (network, remote_id, handle, plain_handle, name, text, language, at, heard_at, link, queries)
            values ('test', 'g2', 'kari', 'kari', '', 'globex 2', '', {now} - 3000, {now}, null, ',2,');
            insert into listening_count (query, hour, posts)
            select case queries when ',1,' then 1 else 2 end, at - at % 3600000, count(*) from listening_post group by 1, 2;
            """);
        return (plugin, host);
    }
}
