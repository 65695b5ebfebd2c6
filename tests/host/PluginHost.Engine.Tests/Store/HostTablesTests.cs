using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>On both databases; see the two classes that end in its name.</summary>
public abstract class HostTablesTests(StoreDialect dialect)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Commit_What_The_Host_Writes_In_A_Guests_Transaction_With_It_Or_Not_At_All()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        // When: the first is undone, the second is not.
        await Should.ThrowAsync<InvalidTimeZoneException>(store.TransactAsync<int>(
            async transaction =>
            {
                await MoveAsync(transaction, 1);
                throw new InvalidTimeZoneException();
            },
            Cancel));
        (await PlacesAsync(test)).ShouldBeEmpty();
        await store.TransactAsync(transaction => MoveAsync(transaction, 2), Cancel);

        // Then
        (await PlacesAsync(test)).ShouldBe([2]);
        (await TestStore.TextsOf(store, "a_t")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task Should_Not_Let_The_Guest_Write_The_Hosts_Rows_Behind_The_Host()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        await Should.ThrowAsync<Sdk.PluginHostException>(store.TransactAsync(
            async transaction =>
            {
                await MoveAsync(transaction, 1);
                return await transaction.WriteAsync($"update pluginhost_stream_taker set position = 9");
            },
            Cancel));

        (await PlacesAsync(test)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "full")]
    [InlineData(1, "relaxed")]
    public async Task Should_Write_Both_Ways_One_After_The_Other(int durability, string text)
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        for (var i = 0; i < 2; i++)
        {
            await store.Relaxed.WriteAsync($"insert into a_t(text) values ({text})", Cancel);
            await store.WriteAsync($"insert into a_t(text) values ({text})", Cancel);
            await test.Store.WriteAsync(
                WorkspaceStore.HostName,
                Access.Host,
                (Durability)durability,
                connection => connection.Write($"insert into pluginhost_stream(name) values ({text + i})"),
                Cancel);
        }

        (await TestStore.TextsOf(test.Another().For("a"), "a_t")).ShouldBe([text, text, text, text]);
    }

    [Fact]
    public async Task Should_Go_On_When_Its_Connections_Were_Dropped()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");
        await store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into a_t(text) values ('kept')");
                await test.Store.DropConnectionsAsync();
                return 0;
            },
            Cancel);

        await test.Store.DropConnectionsAsync();

        (await TestStore.TextsOf(store, "a_t")).ShouldBe(["kept"]);
        (await store.WriteAsync($"insert into a_t(text) values ('more')", Cancel)).ShouldBe(1);
    }

    private static async Task<int> MoveAsync(Sdk.IStoreTransaction transaction, int position)
    {
        await transaction.WriteAsync($"insert into a_t(text) values ({position.ToString()})");
        return await ((StoreTransaction)transaction).RunAsHostAsync(connection => connection.Write(
            $"insert into pluginhost_stream_taker(stream, taker, position) values ('s', 'a', {position})"));
    }

    private static async Task<IReadOnlyList<long>> PlacesAsync(TestStore test) => await test.Store.ReadAsync(
        WorkspaceStore.HostName,
        Access.Host,
        connection => connection.Read($"select position from pluginhost_stream_taker").Map(row => row.Integer("position")),
        Cancel);
}
