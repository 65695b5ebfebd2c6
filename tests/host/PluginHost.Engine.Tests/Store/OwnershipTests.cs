using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>On both databases; see the two classes that end in its name.</summary>
public abstract class OwnershipTests(StoreDialect dialect)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [InlineData("select text from acme_notes_note", "read acme_notes_note")]
    [InlineData("select count(*) from acme_notes_note", "read acme_notes_note")]
    [InlineData("select count(*) from ACME_Notes_Note", "read ACME_Notes_Note")]
    [InlineData("select text from main.acme_notes_note", "read acme_notes_note")]
    [InlineData("select 1 where exists (select 1 from acme_notes_note)", "read acme_notes_note")]
    [InlineData("with x as (select text from acme_notes_note) select * from x", "read acme_notes_note")]
    [InlineData("select json from pluginhost_state", "read pluginhost_state")]
    [InlineData("select count(*) from pluginhost_state", "read pluginhost_state")]
    [InlineData("select * from pragma_table_info('acme_notes_note')", "read pragma_table_info")]
    [InlineData("select count(*) from pragma_database_list", "read pragma_database_list")]
    public async Task Should_Refuse_To_Read_What_Is_Not_The_Plugins(string query, string what)
    {
        await using var test = new TestStore(dialect);
        await test.WithTableAsync("acme.notes", "acme_notes_note");
        using var posting = await test.WithTableAsync("posting", "posting_post");

        var error = await Should.ThrowAsync<PluginHostException>(posting.ReadAsync(TestStore.Raw(query), _ => 0, Cancel));

        error.Message.ShouldStartWith($"posting may not {what}: ");
        error.Message.ShouldEndWith(" plugin's tables begin with posting_.", Case.Insensitive);
    }

    [Fact]
    public async Task Should_Name_The_Rule_In_One_Sentence()
    {
        await using var test = new TestStore(dialect);
        using var posting = await test.WithTableAsync("posting", "posting_post");

        var error = await Should.ThrowAsync<PluginHostException>(posting.ReadAsync($"select json from pluginhost_state", _ => 0, Cancel));

        error.Message.ShouldBe("posting may not read pluginhost_state: a plugin's tables begin with posting_.");
    }

    [Theory]
    [InlineData("insert into acme_notes_note(text) values ('x')", "write to acme_notes_note")]
    [InlineData("update acme_notes_note set text = 'x'", "write to acme_notes_note")]
    [InlineData("delete from acme_notes_note", "write to acme_notes_note")]
    [InlineData("insert into posting_post(text) select text from acme_notes_note", "read acme_notes_note")]
    [InlineData("insert into pluginhost_migration values ('posting', 2, 'x', 'x', 0)", "write to pluginhost_migration")]
    [InlineData("delete from sqlite_sequence", "write to sqlite_sequence")]
    [InlineData("update sqlite_master set sql = ''", "")]
    [InlineData("create table posting_more(id)", "make or change tables here")]
    [InlineData("create temp table posting_more(id)", "make temporary tables")]
    [InlineData("create index posting_i on posting_post(text)", "make or change tables here")]
    [InlineData("create view posting_v as select 1", "make or change tables here")]
    [InlineData("alter table posting_post add column more", "make or change tables here")]
    [InlineData("drop table posting_post", "")]
    [InlineData("analyze", "")]
    [InlineData("attach ':memory:' as other", "attach databases")]
    [InlineData("detach main", "attach databases")]
    [InlineData("pragma writable_schema=on", "use PRAGMA writable_schema")]
    [InlineData("pragma foreign_keys=off", "use PRAGMA foreign_keys")]
    [InlineData("commit", "begin or end a transaction")]
    [InlineData("rollback", "begin or end a transaction")]
    [InlineData("savepoint x", "begin or end a transaction")]
    [InlineData("insert into posting_post(text) values ('x'); delete from acme_notes_note", "write to acme_notes_note")]
    [InlineData("select load_extension('evil')", "load SQLite extensions")]
    public async Task Should_Refuse_To_Write_What_Is_Not_The_Plugins(string statement, string what)
    {
        await using var test = new TestStore(dialect);
        await test.Store.MigrateAsync("counting", [TestStore.First("create table counting_t(id integer primary key autoincrement)")], Cancel);
        using var notes = await test.WithTableAsync("acme.notes", "acme_notes_note");
        await notes.WriteAsync($"insert into acme_notes_note(text) values ('kept')", Cancel);
        using var posting = await test.WithTableAsync("posting", "posting_post");

        // When
        var one = await Should.ThrowAsync<Exception>(posting.WriteAsync(TestStore.Raw(statement), Cancel));
        var other = await Should.ThrowAsync<Exception>(posting.TransactAsync(tx => tx.WriteAsync(TestStore.Raw(statement)), Cancel));

        // Then: SQLite itself already protects its own master table.
        if (!statement.StartsWith("update sqlite_master", StringComparison.Ordinal))
        {
            one.ShouldBeOfType<PluginHostException>().Message.ShouldStartWith($"posting may not {what}");
            other.ShouldBeOfType<PluginHostException>().Message.ShouldBe(one.Message);
        }

        (await TestStore.TextsOf(notes, "acme_notes_note")).ShouldBe(["kept"]);
        (await TestStore.TextsOf(posting, "posting_post")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_To_Write_While_Reading()
    {
        await using var test = new TestStore(dialect);
        using var posting = await test.WithTableAsync("posting", "posting_post");

        var error = await Should.ThrowAsync<PluginHostException>(
            posting.ReadAsync($"insert into posting_post(text) values ('x') returning id", row => row.Integer("id"), Cancel));

        error.Message.ShouldBe("posting may not write to posting_post in ReadAsync: write with WriteAsync or TransactAsync.");
        (await posting.TransactAsync(tx => tx.ReadAsync($"insert into posting_post(text) values ('x') returning id", row => row.Integer("id")), Cancel)).ShouldBe([1]);
    }

    [Fact]
    public async Task Should_Allow_What_A_Plugin_Needs_On_Its_Own_Tables()
    {
        await using var test = new TestStore(dialect);
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
        await using var test = new TestStore(dialect);
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
    public async Task Should_Let_The_Own_Connection_Of_A_Plugin_Do_Its_Work()
    {
        await using var test = new TestStore(dialect);
        using var posting = await test.WithTableAsync("posting", "posting_post");
        await using var connection = await posting.OpenAsync(Cancel);

        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into posting_post(text) values (@text)";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@text", "x");
            command.Parameters.Add(parameter);
            (await command.ExecuteNonQueryAsync()).ShouldBe(1);
            await transaction.CommitAsync();
        }

        (await TestStore.TextsOf(posting, "posting_post")).ShouldBe(["x"]);
    }

    [Fact]
    public async Task Should_Guard_The_Own_Connection_When_It_Is_Opened_Again()
    {
        await using var test = new TestStore(dialect);
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

    [Fact]
    public async Task Should_Give_A_Connection_Of_The_Pool_To_The_Next_Without_The_Rights_Of_The_Last()
    {
        await using var test = new TestStore(dialect);
        using var notes = await test.WithTableAsync("acme.notes", "acme_notes_note");
        using var posting = await test.WithTableAsync("posting", "posting_post");

        for (var i = 0; i < 3; i++)
        {
            (await TestStore.TextsOf(notes, "acme_notes_note")).ShouldBeEmpty();
            await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(posting, "acme_notes_note"));
            await notes.WriteAsync($"delete from acme_notes_note", Cancel);
            await Should.ThrowAsync<PluginHostException>(posting.WriteAsync($"delete from acme_notes_note", Cancel));
        }

        (await test.Store.CheckAsync(Cancel)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Give_A_Table_To_The_Longest_Id_That_Begins_Its_Name()
    {
        await using var test = new TestStore(dialect);
        using var acme = await test.WithTableAsync("acme", "acme_x");
        using var notes = await test.WithTableAsync("acme.notes", "acme_notes_x");

        // Then
        (await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(acme, "acme_notes_x"))).Message
            .ShouldBe("acme may not read acme_notes_x: it belongs to acme.notes. A plugin's tables begin with acme_.");
        await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(notes, "acme_x"));
        await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync(
            "acme", [TestStore.First("create table acme_x(id integer primary key, text text)"), TestStore.Numbered(2, "b", "create table acme_notes_y(id)")], Cancel));
        (await TestStore.TextsOf(acme, "acme_x")).ShouldBeEmpty();
        (await TestStore.TextsOf(notes, "acme_notes_x")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Remember_Owners_When_Their_Plugin_Is_Gone()
    {
        await using var test = new TestStore(dialect);
        await test.WithTableAsync("acme.notes", "acme_notes_x");
        await using var later = test.Another();

        // Given: acme.notes is not there any more, and nobody has named it to this store.
        await later.MigrateAsync("acme", [TestStore.First("create table acme_x(id)")], Cancel);
        using var acme = later.For("acme");

        // Then
        await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(acme, "acme_notes_x"));
    }

    [Fact]
    public async Task Should_Not_Let_A_Newcomer_Take_Over_Tables()
    {
        await using var test = new TestStore(dialect);
        using var acme = await test.WithTableAsync("acme", "acme_notes_x");
        using var notes = test.Store.For("acme.notes");

        // When
        await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(notes, "acme_notes_x"));
        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("acme.notes", [TestStore.First("create table acme_notes_y(id)")], Cancel));

        // Then
        error.Message.ShouldBe("acme.notes cannot keep tables here: acme_notes_x belongs to acme already. One of the two needs another id.");
        (await TestStore.TextsOf(acme, "acme_notes_x")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Let_Two_Ids_Share_Their_Tables()
    {
        await using var test = new TestStore(dialect);
        await test.WithTableAsync("acme.notes", "acme_notes_x");

        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("acme-notes", [TestStore.First("create table acme_notes_y(id)")], Cancel));

        error.Message.ShouldContain("acme.notes has tables that begin with acme_notes_ already");
    }

    [Theory]
    [InlineData("pluginhost")]
    [InlineData("pluginhost.more")]
    [InlineData("sqlite")]
    public async Task Should_Refuse_The_Ids_Of_The_House(string id)
    {
        await using var test = new TestStore(dialect);

        Should.Throw<PluginHostException>(() => test.Store.For(id)).Message.ShouldContain("the host's");
        await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync(id, [TestStore.First("create table x(id)")], Cancel));
    }
}
