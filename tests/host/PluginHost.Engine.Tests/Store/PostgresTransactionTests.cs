using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresTransactionTests() : TransactionTests(StoreDialect.Postgres)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Let_Other_Plugins_Write_While_One_Is_In_A_Transaction()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var slow = await test.WithTableAsync("slow", "slow_t");
        await test.WithTableAsync("b", "b_t");
        using var other = test.Another(patience: 0.5).For("b");

        await slow.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into slow_t(text) values ('x')");
                return await other.WriteAsync($"insert into b_t(text) values ('y')", Cancel);
            },
            Cancel);

        (await TestStore.TextsOf(other, "b_t")).ShouldBe(["y"]);
    }

    [Fact]
    public async Task Should_Let_Two_Processes_Claim_Different_Rows_At_Once()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) select 'due' from generate_series(1, 200)", Cancel);

        // When
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var worker = test.Another().For("a");
            List<long> claimed = [];
            while (true)
            {
                var row = await worker.WriteAsync(
                    $"""
                    update a_t set text = 'claimed' where id in
                        (select id from a_t where text = 'due' order by id limit 1 for update skip locked) returning id
                    """,
                    row => row.Integer("id"),
                    Cancel);
                if (row.Count == 0)
                    return claimed;

                claimed.AddRange(row);
            }
        })));

        // Then
        claims.SelectMany(claimed => claimed).Order().ShouldBe(Enumerable.Range(1, 200).Select(id => (long)id));
        claims.Count(claimed => claimed.Count > 0).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Should_Wait_For_The_Disk_Unless_It_Need_Not()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");

        (await SettingAsync(store)).ShouldBe("on");
        (await SettingAsync((PluginStore)store.Relaxed)).ShouldBe("off");
        (await SettingAsync(store)).ShouldBe("on");
        await using var connection = await store.Relaxed.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select current_setting('synchronous_commit')";
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe("off");
    }

    [Fact]
    public async Task Should_Undo_A_Transaction_Whose_Connection_Was_Lost_And_Go_On()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");

        // When
        var error = await Should.ThrowAsync<PluginHostException>(store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into a_t(text) values ('x')");
                Cut(test);
                return await transaction.WriteAsync($"insert into a_t(text) values ('y')");
            },
            Cancel));

        // Then
        error.Message.ShouldStartWith("The connection to the workspace's store was lost: ");
        error.Message.ShouldContain("there as a whole or not at all");
        (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
        (await store.WriteAsync($"insert into a_t(text) values ('z')", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Say_So_When_The_Connection_Is_Lost_At_The_Commit()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");

        var error = await Should.ThrowAsync<PluginHostException>(store.TransactAsync(
            async transaction =>
            {
                var written = await transaction.WriteAsync($"insert into a_t(text) values ('x')");
                Cut(test);
                return written;
            },
            Cancel));

        error.Message.ShouldContain("look before it is done again");
        (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("read")]
    [InlineData("transact")]
    [InlineData("open")]
    public async Task Should_Not_Even_Notice_Lost_Connections_Where_Nothing_Was_Under_Way(string way)
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");
        await TestStore.TextsOf(store, "a_t");
        Cut(test);

        switch (way)
        {
            case "read":
                (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
                break;
            case "transact":
                (await store.TransactAsync(transaction => transaction.WriteAsync($"insert into a_t(text) values ('x')"), Cancel)).ShouldBe(1);
                break;
            default:
                await using (await store.OpenAsync(Cancel))
                    break;
        }
    }

    [Fact]
    public async Task Should_Not_Write_Twice_When_A_Single_Statement_Loses_Its_Connection()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");
        Cut(test);

        (await Should.ThrowAsync<PluginHostException>(store.WriteAsync($"insert into a_t(text) values ('x')", Cancel))).Message
            .ShouldContain("look before it is done again");

        (await store.WriteAsync($"insert into a_t(text) values ('x')", Cancel)).ShouldBe(1);
        (await TestStore.TextsOf(store, "a_t")).ShouldBe(["x"]);
    }

    private static void Cut(TestStore test) => test.Server.Read(
        $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{test.Database}' and pid <> pg_backend_pid()");

    private static async Task<string> SettingAsync(PluginStore store) => (await store.WriteAsync(
        $"insert into a_t(text) values (current_setting('synchronous_commit')) returning text", row => row.Text("text"), Cancel))[0];
}
