using System.Data.Common;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresOwnershipTests() : OwnershipTests(StoreDialect.Postgres)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [InlineData("select text from pluginhost.acme_notes_note", "read acme_notes_note")]
    [InlineData("select text from posting_post union all select text from acme_notes_note", "read acme_notes_note")]
    public Task Should_Refuse_To_Read_What_Only_Postgres_Has(string query, string what) => RefuseToReadAsync(query, what);

    [Theory]
    [InlineData("truncate acme_notes_note", "make or change tables here")]
    [InlineData("with gone as (delete from acme_notes_note returning text) select text from gone", "read acme_notes_note")]
    [InlineData("create temp table posting_more(id integer)", "make or change tables here")]
    [InlineData("set role none", "use SET")]
    [InlineData("RESET ROLE", "use RESET")]
    [InlineData("/* why */ set search_path = x", "use SET")]
    [InlineData("do $$ begin delete from acme_notes_note; end $$", "use DO")]
    [InlineData("copy acme_notes_note from stdin", "use COPY")]
    [InlineData("lock table acme_notes_note", "use LOCK")]
    [InlineData("start transaction", "begin or end a transaction")]
    [InlineData("select set_config('role', 'none', true)", "use set_config")]
    [InlineData("select pg_advisory_lock(1)", "use pg_advisory_lock")]
    [InlineData("select pg_try_advisory_lock_shared(1)", "use pg_try_advisory_lock")]
    [InlineData("select query_to_xml('delete from acme_notes_note', true, true, '')", "use query_to_xml")]
    public Task Should_Refuse_What_Only_Postgres_Has(string statement, string what) => RefuseToWriteAsync(statement, what);

    [Fact]
    public async Task Should_Take_One_Statement_In_One_Call()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var notes = await test.WithTableAsync("acme.notes", "acme_notes_note");
        using var posting = await test.WithTableAsync("posting", "posting_post");

        await Should.ThrowAsync<DbException>(posting.WriteAsync($"insert into posting_post(text) values ({"x"}); delete from acme_notes_note", Cancel));

        (await TestStore.TextsOf(posting, "posting_post")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Hold_The_Own_Connection_Of_A_Plugin_To_Its_Tables()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        await test.WithTableAsync("acme.notes", "acme_notes_note");
        using var posting = await test.WithTableAsync("posting", "posting_post");
        await using var connection = await posting.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();

        foreach (var statement in new[]
        {
            "select text from acme_notes_note", "delete from acme_notes_note", "reset role; delete from acme_notes_note", "create table posting_more(id int)",
            "drop table posting_post", "select json from pluginhost_state",
        })
        {
            command.CommandText = statement;
            (await Should.ThrowAsync<DbException>(command.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
        }

        // And again when it was closed and opened.
        await connection.CloseAsync();
        await connection.OpenAsync(Cancel);
        (await Should.ThrowAsync<DbException>(command.ExecuteNonQueryAsync())).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task Should_Allow_What_A_Plugin_Needs_On_Its_Own_Tables()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        var first = TestStore.First("""
            create table posting_post(id integer primary key autoincrement, text text unique, parent integer references posting_post(id)) strict;
            create index posting_by_parent on posting_post(parent);
            create view posting_texts as select text from posting_post;
            insert into posting_post(text) values ('hello world');
            """);
        var second = TestStore.Numbered(2, "rank", """
            alter table posting_post add column rank integer not null default 3 check (rank > 1);
            create index posting_by_rank on posting_post(rank);
            update posting_post set rank = 2 where text = 'hello world';
            """);
        await test.Store.MigrateAsync("posting", [first], Cancel);
        await test.Store.MigrateAsync("posting", [first, second], Cancel);
        using var posting = test.Store.For("posting");

        await posting.WriteAsync($"insert into posting_post(text) values ('good bye') on conflict(text) do update set rank = 4", Cancel);
        (await posting.ReadAsync($"select count(*) as c from posting_texts", row => row.Integer("c"), Cancel)).ShouldBe([2]);
        (await posting.ReadAsync($"select id from posting_post order by rank", row => row.Integer("id"), Cancel)).ShouldBe([1, 2]);
        (await posting.WriteAsync($"delete from posting_post", Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task Should_Work_With_A_Login_That_May_Make_Roles_And_Owns_The_Database()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        var store = WithLogin(test, "createrole");

        await store.MigrateAsync("a", [TestStore.First("create table a_t(id integer primary key, text text)")], Cancel);
        await store.MigrateAsync("b", [TestStore.First("create table b_t(id integer primary key, text text)")], Cancel);
        using var a = store.For("a");

        (await a.WriteAsync($"insert into a_t(text) values ('x')", Cancel)).ShouldBe(1);
        (await TestStore.TextsOf(a, "a_t")).ShouldBe(["x"]);
        await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(a, "b_t"));
        await using (await a.OpenAsync(Cancel))
            (await a.TransactAsync(transaction => transaction.WriteAsync($"delete from a_t"), Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Say_What_To_Run_When_The_Login_May_Not_Make_Roles()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        var store = WithLogin(test, "nocreaterole");
        var migration = TestStore.First("create table a_t(id integer primary key, text text)");

        var error = await Should.ThrowAsync<PluginHostException>(store.MigrateAsync("a", [migration], Cancel));

        error.Message.ShouldContain($"alter role \"{test.Database}\" createrole;");
        error.Message.ShouldNotContain("hidden");
        var role = $"pluginhost/{test.Database}/a";
        error.Message.ShouldContain($"create role \"{role}\" nologin role \"{test.Database}\";");

        // And what it says helps.
        test.Server.Execute($"create role \"{role}\" nologin role \"{test.Database}\"");
        await store.MigrateAsync("a", [migration], Cancel);
        (await TestStore.TextsOf(store.For("a"), "a_t")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_What_To_Run_When_The_Login_May_Not_Make_Tables()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        var store = WithLogin(test, "createrole");
        test.Server.Execute($"alter database {test.Database} owner to postgres");

        var error = await Should.ThrowAsync<PluginHostException>(store.For("a").ReadAsync($"select 1", _ => 0, Cancel));

        error.Message.ShouldContain($"grant create on database \"{test.Database}\" to \"{test.Database}\";");
    }

    [Fact]
    public async Task Should_Say_So_When_The_Tables_Are_Another_Logins()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        await test.WithTableAsync("a", "a_t");
        var store = WithLogin(test, "createrole");

        var error = await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(store.For("a"), "a_t"));

        error.Message.ShouldStartWith($"{test.Database} may not use what there is of the workspace's store in {test.Database}: ");
        error.Message.ShouldContain("Use the login that made it");
    }

    // A login of its own, named after the database, which it owns.
    private static WorkspaceStore WithLogin(TestStore test, string rights)
    {
        if (test.Server.Read($"select rolname from pg_roles where rolname = '{test.Database}'").Count == 0)
            test.Server.Execute($"create role {test.Database} login password 'hidden'");

        test.Server.Execute($"alter role {test.Database} {rights}; alter database {test.Database} owner to {test.Database}");
        return test.At(test.Server.AddressOf(test.Database, test.Database, "hidden"));
    }
}
