using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteMigrationTests() : MigrationTests(StoreDialect.Sqlite)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [InlineData("create table temp.a_x(id)", "a may not make temporary tables.")]
    [InlineData("create virtual table a_x using dbstat", "a may not make a_x with dbstat: of SQLite's modules only fts5 is offered.")]
    [InlineData("create table b_x(id)", "a may not make or change b_x: it belongs to b. A plugin's tables begin with a_.")]
    [InlineData("create table x(id)", "a may not make or change x: a plugin's tables begin with a_.")]
    [InlineData("create table pluginhost_x(id)", "a may not make or change pluginhost_x: a plugin's tables begin with a_.")]
    [InlineData("create index a_i on b_t(text)", "a may not make or change b_t: it belongs to b.")]
    [InlineData("create trigger a_g after insert on b_t begin update a_t set text = ''; end", "a may not make or change b_t: it belongs to b.")]
    [InlineData("create table a_copy as select * from b_t", "a may not read b_t: it belongs to b.")]
    [InlineData("insert into a_t(text) select text from b_t", "a may not read b_t: it belongs to b.")]
    [InlineData("insert into b_t(text) values ('x')", "a may not write to b_t: it belongs to b.")]
    [InlineData("insert into pluginhost_migration values ('b', 2, '', '', 0)", "a may not write to pluginhost_migration: a plugin's tables begin with a_.")]
    [InlineData("update sqlite_sequence set seq = 1", "sqlite_sequence")]
    [InlineData("create table a_x(id", "syntax error")]
    public Task Should_Refuse_What_Is_Not_The_Plugins_And_Name_The_Line(string statement, string message) => RefuseAsync(statement, message);

    [Fact]
    public async Task Should_Take_A_Script_With_Comments_And_Strings_Apart_Rightly()
    {
        await using var test = new TestStore();

        await test.Store.MigrateAsync(
            "a",
            [
                TestStore.First("""
                    -- A note; with a semicolon, and 'quotes
                    ;;
                    create table "a_t"(id integer primary key, text text default 'x; y');  /* drop table a_t; */
                    create trigger a_g after insert on a_t begin update a_t set text = text || '!' where id = new.id; end;
                    insert into a_t(text) values ('æ; -- ø');
                    -- the end
                    """),
            ],
            Cancel);

        (await TestStore.TextsOf(test.Store.For("a"), "a_t")).ShouldBe(["æ; -- ø!"]);
    }

    [Fact]
    public async Task Should_Refuse_A_Reference_To_A_Table_Of_Another()
    {
        await using var test = new TestStore();
        await test.WithTableAsync("b", "b_t");

        var error = await Should.ThrowAsync<PluginHostException>(
            test.Store.MigrateAsync("a", [TestStore.First("create table a_t(id integer primary key, b integer references b_t(id) on delete cascade)")], Cancel));

        error.Message.ShouldBe("a: a_t may not refer to b_t: a plugin's tables begin with a_.");
    }

    [Fact]
    public async Task Should_Run_All_Pending_Ones_Or_None()
    {
        await using var test = new TestStore();
        var good = TestStore.First("create table a_t(id integer primary key, text text)");
        var bad = TestStore.Numbered(2, "bad", "insert into a_t(text) values ('x');\n\n  insert into a_nowhere(text) values ('y');");

        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("a", [good, bad], Cancel));

        error.Message.ShouldBe("a: 002_bad.sql(3): no such table: a_nowhere");
        await test.Store.MigrateAsync("a", [good], Cancel);
        (await TestStore.TextsOf(test.Store.For("a"), "a_t")).ShouldBeEmpty();
    }
}
