using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteOwnershipTests() : OwnershipTests(StoreDialect.Sqlite)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [InlineData("select text from main.acme_notes_note", "read acme_notes_note")]
    [InlineData("select * from pragma_table_info('acme_notes_note')", "read pragma_table_info")]
    [InlineData("select count(*) from pragma_database_list", "read pragma_database_list")]
    public Task Should_Refuse_To_Read_What_Only_Sqlite_Has(string query, string what) => RefuseToReadAsync(query, what);

    [Theory]
    [InlineData("delete from sqlite_sequence", "write to sqlite_sequence")]
    [InlineData("update sqlite_master set sql = ''", "")]
    [InlineData("create temp table posting_more(id)", "make temporary tables")]
    [InlineData("analyze", "")]
    [InlineData("attach ':memory:' as other", "attach databases")]
    [InlineData("detach main", "attach databases")]
    [InlineData("pragma writable_schema=on", "use PRAGMA writable_schema")]
    [InlineData("pragma foreign_keys=off", "use PRAGMA foreign_keys")]
    [InlineData("insert into posting_post(text) values ('x'); delete from acme_notes_note", "write to acme_notes_note")]
    [InlineData("select load_extension('evil')", "load SQLite extensions")]
    public Task Should_Refuse_What_Only_Sqlite_Has(string statement, string what) => RefuseToWriteAsync(statement, what);

    [Fact]
    public async Task Should_Allow_What_A_Plugin_Needs_On_Its_Own_Tables()
    {
        await using var test = new TestStore();
        await test.Store.MigrateAsync(
            "posting",
            [
                TestStore.First("""
                    create table posting_post(id integer primary key autoincrement, text text unique, parent integer references posting_post(id)) strict;
                    create index posting_by_parent on posting_post(parent);
                    create view posting_texts as select text from posting_post;
                    create virtual table posting_find using fts5(text, content='posting_post', content_rowid='id');
                    create trigger posting_post_added after insert on posting_post begin
                        insert into posting_find(rowid, text) values (new.id, new.text);
                    end;
                    create trigger posting_post_gone after delete on posting_post begin
                        insert into posting_find(posting_find, rowid, text) values ('delete', old.id, old.text);
                    end;
                    insert into posting_post(text) values ('hello world');
                    alter table posting_post add column rank integer not null default 3 check (rank > 1);
                    update posting_post set rank = 2 where text = 'hello world';
                    """),
            ],
            Cancel);
        using var posting = test.Store.For("posting");

        await posting.WriteAsync($"insert into posting_post(text) values ('good bye') on conflict(text) do update set rank = 4", Cancel);
        (await posting.ReadAsync($"with x as (select 1 as one) select count(*) as c from x", row => row.Integer("c"), Cancel)).ShouldBe([1]);
        (await posting.ReadAsync($"select count(*) as c from posting_texts", row => row.Integer("c"), Cancel)).ShouldBe([2]);
        (await posting.ReadAsync($"select value from json_each('[7]')", row => row.Integer("value"), Cancel)).ShouldBe([7]);
        (await posting.ReadAsync($"select text from posting_find where posting_find match 'bye'", row => row.Text("text"), Cancel)).ShouldBe(["good bye"]);
        (await posting.WriteAsync($"delete from posting_post", Cancel)).ShouldBe(2);
        (await posting.ReadAsync($"select text from posting_find where posting_find match 'bye'", row => row.Text("text"), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Hold_The_Own_Connection_Of_A_Plugin_To_Its_Tables()
    {
        await using var test = new TestStore();
        await test.WithTableAsync("acme.notes", "acme_notes_note");
        using var posting = await test.WithTableAsync("posting", "posting_post");
        await using var connection = await posting.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();

        foreach (var (statement, what) in new[]
        {
            ("select text from acme_notes_note", "read acme_notes_note"),
            ("insert into posting_post(text) values ('x'); delete from acme_notes_note", "write to acme_notes_note"),
            ("create table posting_more(id)", "make or change tables here"),
            ("pragma writable_schema=on", "use PRAGMA writable_schema"),
            ("attach ':memory:' as other", "attach databases"),
        })
        {
            command.CommandText = statement;
            (await Should.ThrowAsync<PluginHostException>(command.ExecuteNonQueryAsync())).Message.ShouldStartWith($"posting may not {what}");
            (await Should.ThrowAsync<PluginHostException>(command.ExecuteScalarAsync())).Message.ShouldStartWith($"posting may not {what}");
            (await Should.ThrowAsync<PluginHostException>(command.ExecuteReaderAsync())).Message.ShouldStartWith($"posting may not {what}");
            Should.Throw<PluginHostException>(command.Prepare).Message.ShouldStartWith($"posting may not {what}");
        }

        (await TestStore.TextsOf(posting, "posting_post")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Guard_The_Own_Connection_When_It_Is_Opened_Again()
    {
        await using var test = new TestStore();
        await test.WithTableAsync("acme.notes", "acme_notes_note");
        using var posting = test.Store.For("posting");
        await using var connection = await posting.OpenAsync(Cancel);

        // When
        await connection.CloseAsync();
        Should.Throw<WrongUseException>(() => connection.ConnectionString = "Data Source=:memory:").Message.ShouldContain("one store");
        await connection.OpenAsync();

        // Then
        await using var command = connection.CreateCommand();
        command.CommandText = "select text from acme_notes_note";
        await Should.ThrowAsync<PluginHostException>(command.ExecuteReaderAsync());
    }
}
