using System.Reflection;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>On both databases; see the two classes that end in its name.</summary>
public abstract class MigrationTests(StoreDialect dialect)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Run_Each_Migration_Once()
    {
        await using var test = new TestStore(dialect);
        var first = TestStore.First("create table a_t(id integer primary key, text text); insert into a_t(text) values ('one')");
        var second = TestStore.Numbered(2, "more", "alter table a_t add column note text; insert into a_t(text) values ('two')");

        await test.Store.MigrateAsync("a", [first], Cancel);
        await test.Store.MigrateAsync("a", [first], Cancel);
        await test.Store.MigrateAsync("a", [first, second], Cancel);
        await test.Another().MigrateAsync("a", [first, second], Cancel);

        (await TestStore.TextsOf(test.Store.For("a"), "a_t")).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Should_Run_Them_Once_When_Two_Processes_Start_Together()
    {
        await using var test = new TestStore(dialect);
        var migration = TestStore.First("create table a_t(id integer primary key, text text); insert into a_t(text) values ('one')");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => test.Another().MigrateAsync("a", [migration], Cancel))));

        (await TestStore.TextsOf(test.Store.For("a"), "a_t")).ShouldBe(["one"]);
    }

    [Theory]
    [InlineData("drop table a_t", "\"drop table a_t")]
    [InlineData("drop index a_i", "is not for a migration")]
    [InlineData("alter table a_t rename to a_u", "is not for a migration")]
    [InlineData("alter table a_t rename column text to words", "is not for a migration")]
    [InlineData("ALTER TABLE main.\"a_t\" /* why */ DROP COLUMN text", "is not for a migration")]
    [InlineData("alter table [a_t] drop text", "is not for a migration")]
    [InlineData("delete from a_t", "is not for a migration")]
    [InlineData("with x as (select 1) delete from a_t", "is not for a migration")]
    [InlineData("replace into a_t(text) values ('x')", "is not for a migration")]
    [InlineData("vacuum", "is not for a migration")]
    [InlineData("pragma user_version=5", "is not for a migration")]
    [InlineData("begin", "is not for a migration")]
    [InlineData("commit", "is not for a migration")]
    [InlineData("attach 'x.db' as x", "is not for a migration")]
    [InlineData("create temp table a_x(id)", "is not for a migration")]
    [InlineData("create temporary view a_v as select 1", "is not for a migration")]
    [InlineData("create index i on a_t(text)", "a may not make i: a plugin's tables begin with a_.")]
    [InlineData("create tabel a_x(id)", "is not for a migration")]
    public Task Should_Refuse_What_Does_More_Than_Add_And_Name_The_Line(string statement, string message) => RefuseAsync(statement, message);

    [Fact]
    public async Task Should_Refuse_A_Migration_That_Was_Changed_After_It_Ran()
    {
        await using var test = new TestStore(dialect);
        await test.Store.MigrateAsync("a", [TestStore.First("create table a_t(id integer)")], Cancel);

        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("a", [TestStore.First("create table a_t(id text)")], Cancel));

        error.Message.ShouldBe("a: 001_first.sql was changed after it ran in this workspace. Put it back as it was, and write what is new as 002_….sql.");
    }

    [Fact]
    public async Task Should_Not_Mind_The_Ends_Of_Lines()
    {
        await using var test = new TestStore(dialect);
        await test.Store.MigrateAsync("a", [TestStore.First("create table a_t(\r\n  id integer)\r\n")], Cancel);

        await test.Store.MigrateAsync("a", [TestStore.First("create table a_t(\n  id integer)\n")], Cancel);
    }

    [Theory]
    [InlineData(2, 3, "a has 002_x.sql, but no 001_….sql before it. Migrations are numbered without gaps.")]
    [InlineData(1, 3, "a has 003_y.sql, but no 002_….sql before it. Migrations are numbered without gaps.")]
    [InlineData(1, 1, "a has two migrations with the number 001: 001_x.sql and 001_y.sql. Number them anew.")]
    public async Task Should_Refuse_Gaps_And_Duplicates(int first, int second, string message)
    {
        await using var test = new TestStore(dialect);

        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync(
            "a", [TestStore.Numbered(first, "x", "create table a_x(id integer)"), TestStore.Numbered(second, "y", "create table a_y(id integer)")], Cancel));

        error.Message.ShouldBe(message);
    }

    [Fact]
    public async Task Should_Refuse_The_Store_When_A_Newer_Version_Of_The_Plugin_Was_Here()
    {
        await using var test = new TestStore(dialect);
        var first = TestStore.First("create table a_t(id integer primary key, text text)");
        var second = TestStore.Numbered(2, "more", "create table a_more(id integer)");
        await test.Store.MigrateAsync("a", [first, second], Cancel);
        await test.WithTableAsync("b", "b_t");
        using var older = test.Store.For("a");

        // When
        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("a", [first], Cancel));

        // Then
        error.Message.ShouldBe(
            "a has migrations up to 001_first.sql, but this workspace was written by a newer version of it, with 002_more.sql. Nothing was changed. Update a.");
        (await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(older, "a_t"))).Message.ShouldBe(error.Message);
        (await Should.ThrowAsync<PluginHostException>(older.WriteAsync($"insert into a_t(text) values ('x')", Cancel))).Message.ShouldBe(error.Message);
        (await Should.ThrowAsync<PluginHostException>(older.OpenAsync(Cancel))).Message.ShouldBe(error.Message);
        (await TestStore.TextsOf(test.Store.For("b"), "b_t")).ShouldBeEmpty();

        // And the newer version may go on.
        await test.Store.MigrateAsync("a", [first, second], Cancel);
        (await TestStore.TextsOf(older, "a_t")).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Read_The_Migrations_Of_An_Assembly_By_Number()
    {
        var assembly = new ResourceAssembly(
            ("Acme.Notes.Migrations.002_tags.sql", "\uFEFFcreate table b"), ("Acme.Notes.Migrations.001_outbox.sql", "create table a"), ("Acme.Notes.Other.sql", "x"));

        Migration.ReadFrom(assembly).ShouldBe([
            new Migration { Number = 1, Name = "outbox", Sql = "create table a" },
            new Migration { Number = 2, Name = "tags", Sql = "create table b" },
        ]);
        Migration.ReadFrom(typeof(MigrationTests).Assembly).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("outbox")]
    [InlineData("1_outbox")]
    [InlineData("001_")]
    [InlineData("abc_outbox")]
    public void Should_Refuse_A_File_Without_A_Number(string file)
    {
        var error = Should.Throw<PluginHostException>(() => Migration.ReadFrom(new ResourceAssembly(($"Acme.Migrations.{file}.sql", ""))));

        error.Message.ShouldStartWith($"Acme: Migrations/{file}.sql has no number.");
    }

    protected async Task RefuseAsync(string statement, string message)
    {
        await using var test = new TestStore(dialect);
        using var other = await test.WithTableAsync("b", "b_t");
        var sql = $"-- First; second\ncreate table a_t(id integer primary key autoincrement, text text);\n/* ; */\n{statement};\ninsert into a_t(text) values ('x')";

        // When
        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("a", [TestStore.First(sql)], Cancel));

        // Then
        error.Message.ShouldStartWith("a: 001_first.sql(4): ");
        error.Message.ShouldContain(message);
        await Should.ThrowAsync<System.Data.Common.DbException>(TestStore.TextsOf(test.Store.For("a"), "a_t"));
        (await TestStore.TextsOf(other, "b_t")).ShouldBeEmpty();
    }
}
