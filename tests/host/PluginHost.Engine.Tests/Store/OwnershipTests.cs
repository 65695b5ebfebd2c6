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
    [InlineData("select 1 where exists (select 1 from acme_notes_note)", "read acme_notes_note")]
    [InlineData("with x as (select text from acme_notes_note) select * from x", "read acme_notes_note")]
    [InlineData("select json from pluginhost_state", "read pluginhost_state")]
    [InlineData("select count(*) from pluginhost_state", "read pluginhost_state")]
    public Task Should_Refuse_To_Read_What_Is_Not_The_Plugins(string query, string what) => RefuseToReadAsync(query, what);

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
    [InlineData("create table posting_more(id)", "make or change tables here")]
    [InlineData("create index posting_i on posting_post(text)", "make or change tables here")]
    [InlineData("create view posting_v as select 1", "make or change tables here")]
    [InlineData("alter table posting_post add column more", "make or change tables here")]
    [InlineData("drop table posting_post", "")]
    [InlineData("commit", "begin or end a transaction")]
    [InlineData("rollback", "begin or end a transaction")]
    [InlineData("savepoint x", "begin or end a transaction")]
    public Task Should_Refuse_To_Write_What_Is_Not_The_Plugins(string statement, string what) => RefuseToWriteAsync(statement, what);

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

        (await test.Store.CheckAsync(Cancel)).Count.ShouldBeGreaterThanOrEqualTo(3);
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
            "acme", [TestStore.First("create table acme_x(id integer primary key, text text)"), TestStore.Numbered(2, "b", "create table acme_notes_y(id integer)")], Cancel));
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
        await later.MigrateAsync("acme", [TestStore.First("create table acme_x(id integer)")], Cancel);
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
        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("acme.notes", [TestStore.First("create table acme_notes_y(id integer)")], Cancel));

        // Then
        error.Message.ShouldBe("acme.notes cannot keep tables here: acme_notes_x belongs to acme already. One of the two needs another id.");
        (await TestStore.TextsOf(acme, "acme_notes_x")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Let_Two_Ids_Share_Their_Tables()
    {
        await using var test = new TestStore(dialect);
        await test.WithTableAsync("acme.notes", "acme_notes_x");

        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("acme-notes", [TestStore.First("create table acme_notes_y(id integer)")], Cancel));

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

    protected async Task RefuseToReadAsync(string query, string what)
    {
        await using var test = new TestStore(dialect);
        await test.WithTableAsync("acme.notes", "acme_notes_note");
        using var posting = await test.WithTableAsync("posting", "posting_post");

        var error = await Should.ThrowAsync<PluginHostException>(posting.ReadAsync(TestStore.Raw(query), _ => 0, Cancel));

        error.Message.ShouldStartWith($"posting may not {what}: ");
        error.Message.ShouldEndWith(" plugin's tables begin with posting_.", Case.Insensitive);
    }

    protected async Task RefuseToWriteAsync(string statement, string what)
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
}
