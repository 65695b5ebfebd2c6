using Microsoft.Data.Sqlite;
using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Sqlite;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Tests.Store;

/// <summary>Statements stay prepared: what was allowed to one, or known of a table, must not be taken for granted the next time.</summary>
public sealed class SqliteKeptStatementTests
{
    // SQLITE_STMTSTATUS_REPREPARE
    private const int Reprepared = 5;
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Ask_Again_Whose_The_Table_Is_When_Another_Plugin_Runs_The_Same_Statement()
    {
        await using var test = new TestStore();
        using var owner = await test.WithTableAsync("acme.notes", "acme_notes_note");
        using var other = await test.WithTableAsync("posting", "posting_post");
        await owner.WriteAsync($"insert into acme_notes_note(text) values ('mine')", Cancel);
        (await TestStore.TextsOf(owner, "acme_notes_note")).ShouldBe(["mine"]);

        // When
        var write = Should.ThrowAsync<PluginHostException>(other.WriteAsync($"insert into acme_notes_note(text) values ('mine')", Cancel));
        var read = Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(other, "acme_notes_note"));

        // Then
        (await write).Message.ShouldStartWith("posting may not write to acme_notes_note: it belongs to acme.notes.");
        (await read).Message.ShouldStartWith("posting may not read acme_notes_note: it belongs to acme.notes.");
        (await TestStore.TextsOf(owner, "acme_notes_note")).ShouldBe(["mine"]);
    }

    [Fact]
    public async Task Should_Refuse_In_A_Read_What_Was_Allowed_As_A_Write()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("posting", "posting_post");
        await store.WriteAsync($"insert into posting_post(text) values ({"x"}) returning text", row => row.Text("text"), Cancel);

        // When
        var error = await Should.ThrowAsync<PluginHostException>(
            store.ReadAsync($"insert into posting_post(text) values ({"x"}) returning text", row => row.Text("text"), Cancel));

        // Then
        error.Message.ShouldBe("posting may not write to posting_post in ReadAsync: write with WriteAsync or TransactAsync.");
        (await TestStore.TextsOf(store, "posting_post")).ShouldBe(["x"]);
    }

    [Fact]
    public async Task Should_Give_The_New_Column_When_Another_Process_Has_Added_One()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("posting", "posting_post");
        Task<IReadOnlyList<string>> WriteAsync(string column) =>
            store.WriteAsync($"insert into posting_post(text) values ('x') returning *", row => row.TextOrNull(column) ?? "nothing", Cancel);
        await WriteAsync("text");

        // When
        var first = TestStore.First("create table posting_post(id integer primary key, text text)");
        var second = TestStore.Numbered(2, "more", "alter table posting_post add column mood text default 'calm'");
        await test.Another().MigrateAsync("posting", [first, second], Cancel);

        // Then
        (await WriteAsync("mood")).ShouldBe(["calm"]);
    }

    [Fact]
    public void Should_Plan_A_Statement_Once_Whatever_Is_Bound_To_It()
    {
        using var folder = new TestFolder();
        using var connection = SqliteStoreConnection.Open(new SqliteFile { Path = Path.Combine(folder.Path, "store.db"), Patience = TimeSpan.FromSeconds(1) });
        connection.Handle.enable_sqlite3_next_stmt(true);
        connection.Execute("create table t(id integer primary key)");

        // When
        Read(1);
        Read(2);

        // Then
        var statement = raw.sqlite3_next_stmt(connection.Handle, null!);
        raw.sqlite3_sql(statement).utf8_to_string().ShouldBe("select id from t order by id limit @p0");
        raw.sqlite3_stmt_status(statement, Reprepared, 0).ShouldBe(0);

        void Read(long limit) => connection.Run(
            new Caller { Plugin = "t", Access = Access.Host, Owners = TableOwners.None },
            host => host.Read($"select id from t order by id limit {limit}"),
            Cancel);
    }

    [Fact]
    public async Task Should_Keep_Nothing_Of_A_Run_That_Failed()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("posting", "posting_post");
        Task<int> InsertAsync(long id, string? text) => store.WriteAsync($"insert into posting_post(id, text) values ({id}, {text})", Cancel);
        await InsertAsync(1, "one");

        // When
        await Should.ThrowAsync<SqliteException>(InsertAsync(1, "again"));
        await InsertAsync(2, "");

        // Then
        (await TestStore.TextsOf(store, "posting_post")).ShouldBe(["one", ""]);
    }

    [Fact]
    public async Task Should_Run_Several_Statements_In_One_Text_And_Miss_No_Parameter()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("posting", "posting_post");
        await store.WriteAsync($"insert into posting_post(text) values ({"a"}); insert into posting_post(text) values ({"b"}) -- and no more", Cancel);
        (await TestStore.TextsOf(store, "posting_post")).ShouldBe(["a", "b"]);

        // What is no hole has no value: nobody takes it for null.
        await Should.ThrowAsync<InvalidOperationException>(store.WriteAsync(TestStore.Raw("insert into posting_post(text) values (@p0)"), Cancel));
    }

    [Fact]
    public async Task Should_Let_More_Statements_Be_Run_Than_Are_Kept()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("posting", "posting_post");
        for (var i = 0; i < 500; i++)
            await store.WriteAsync(TestStore.Raw($"insert into posting_post(text) values ('{i}')"), Cancel);

        (await TestStore.TextsOf(store, "posting_post")).Count.ShouldBe(500);
    }
}
