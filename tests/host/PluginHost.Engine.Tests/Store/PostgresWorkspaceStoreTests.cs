using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresWorkspaceStoreTests() : WorkspaceStoreTests(StoreDialect.Postgres)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Touch_Nothing_Before_The_First_Use()
    {
        await using var test = new TestStore(StoreDialect.Postgres);

        using var store = test.Store.For("posting");
        await test.Store.MigrateAsync("posting", [], Cancel);

        test.Server.Read("select nspname from pg_namespace where nspname = 'pluginhost'", test.Database).ShouldBeEmpty();
        store.Dialect.ShouldBe(StoreDialect.Postgres);
    }

    [Fact]
    public async Task Should_Look_The_Database_Over()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        await test.WithTableAsync("posting", "posting_post");

        var lines = await test.Store.CheckAsync(Cancel);

        lines[0].ShouldStartWith($"The store answers: {test.Place} (PostgreSQL ");
        lines[1].ShouldStartWith("Its copies are made by whoever administers the server");
        lines[2].ShouldStartWith("The server has fsync switched off");
        lines.Skip(3).ShouldBe(["posting: 1 migration, the last 001_first on 2026-11-21"]);
    }

    [Fact]
    public async Task Should_Give_Numbers_And_Flags_As_Sqlite_Does()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        await test.Store.MigrateAsync("a", [TestStore.First("create table a_n(id integer primary key, size integer, share real)")], Cancel);
        using var store = test.Store.For("a");
        await store.WriteAsync($"insert into a_n(size, share) values (2, 0.5), (4, 0.5)", Cancel);

        var found = await store.ReadAsync(
            $"select sum(size) as sum, avg(size) as average, count(*) as count, cast(7 as int) as small, size > 1 as flag from a_n group by size > 1",
            row => (row.Integer("sum"), row.Integer("average"), row.Integer("count"), row.Integer("small"), row.Integer("flag")),
            Cancel);

        found.ShouldBe([(6, 3, 2, 7, 1)]);
    }

    [Fact]
    public async Task Should_Sort_And_Compare_Texts_By_Their_Bytes_As_Sqlite_Does()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) values ('b'), ('B'), ('a'), ('æ'), ('_')", Cancel);

        (await store.ReadAsync($"select text from a_t order by text", row => row.Text("text"), Cancel)).ShouldBe(["B", "_", "a", "b", "æ"]);
        test.Server.Read("select collation_name from information_schema.columns where table_name = 'a_t' and column_name = 'text'", test.Database).ShouldBe(["C"]);
    }

    [Fact]
    public async Task Should_Go_On_When_Another_Process_Adds_A_Column_To_A_Table_Whose_Statements_Are_Kept()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("posting", "posting_post");
        Task<IReadOnlyList<string>> WriteAsync(string column) =>
            store.WriteAsync($"insert into posting_post(text) values ('x') returning *", row => row.TextOrNull(column) ?? "nothing", Cancel);
        for (var i = 0; i < 5; i++)
            await WriteAsync("text");

        // When
        var first = TestStore.First("create table posting_post(id integer primary key, text text)");
        var second = TestStore.Numbered(2, "more", "alter table posting_post add column mood text default 'calm'");
        await test.Another().MigrateAsync("posting", [first, second], Cancel);

        // Then
        (await WriteAsync("mood")).ShouldBe(["calm"]);
        (await TestStore.TextsOf(store, "posting_post")).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Should_Undo_A_Transaction_Whose_Kept_Statement_Is_Outdated_And_Take_The_Next()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("posting", "posting_post");
        Task<IReadOnlyList<string>> WriteAsync(string column) => store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into posting_post(text) values ('x')");
                return await transaction.ReadAsync($"select * from posting_post order by id desc limit 1", row => row.TextOrNull(column) ?? "nothing");
            },
            Cancel);
        for (var i = 0; i < 5; i++)
            await WriteAsync("text");

        // When
        var first = TestStore.First("create table posting_post(id integer primary key, text text)");
        var second = TestStore.Numbered(2, "more", "alter table posting_post add column mood text default 'calm'");
        await test.Another().MigrateAsync("posting", [first, second], Cancel);
        var error = await Should.ThrowAsync<PluginHostException>(WriteAsync("mood"));

        // Then
        error.Message.ShouldStartWith("The tables of the workspace's store were changed by another process while this one was writing: nothing of it was written.");
        (await WriteAsync("mood")).ShouldBe(["calm"]);
        (await TestStore.TextsOf(store, "posting_post")).Count.ShouldBe(6);
    }
}
