using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresMigrationTests() : MigrationTests(StoreDialect.Postgres)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [InlineData("create table b_x(id integer)", "a may not make b_x: it belongs to b. A plugin's tables begin with a_.")]
    [InlineData("create table x(id integer)", "a may not make x: a plugin's tables begin with a_.")]
    [InlineData("create table pluginhost_x(id integer)", "a may not make pluginhost_x: a plugin's tables begin with a_.")]
    [InlineData("create index a_i on b_t(text)", "a may not use b_t: it belongs to b.")]
    [InlineData("create index i on a_t(text)", "a may not make i: a plugin's tables begin with a_.")]
    [InlineData("create view b_v as select 1", "a may not make b_v: it belongs to b.")]
    [InlineData("create table a_copy as select * from b_t", "a may not use b_t: it belongs to b.")]
    [InlineData("insert into a_t(text) select text from b_t", "a may not use b_t: it belongs to b.")]
    [InlineData("insert into b_t(text) values ('x')", "a may not write to b_t: it belongs to b.")]
    [InlineData("alter table b_t add column more integer", "a may not use b_t: it belongs to b.")]
    [InlineData("insert into pluginhost_migration values ('b', 2, '', '', 0)", "a may not write to pluginhost_migration: a plugin's tables begin with a_.")]
    [InlineData("create table a_x(b integer references b_t(id))", "a may not use b_t: it belongs to b.")]
    [InlineData("create table public.a_x(id integer)", "may not")]
    [InlineData("alter table a_t add column more integer, drop column text", "is not for a migration")]
    [InlineData("create function a_f() returns int language sql as 'select 1'", "is not for a migration")]
    [InlineData("create table a_x(id integer", "syntax error")]
    [InlineData("insert into a_nowhere(text) values ('y')", "\"a_nowhere\" does not exist")]
    public Task Should_Refuse_What_Is_Not_The_Plugins_And_Name_The_Line(string statement, string message) => RefuseAsync(statement, message);

    [Fact]
    public async Task Should_Run_The_File_That_Is_For_It()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        await using var other = new TestStore();
        var migration = new Migration
        {
            Number = 1,
            Name = "search",
            Sql = "create table a_t(id integer primary key, text text); insert into a_t(text) values ('sqlite');",
            PostgresSql = "create table a_t(id bigint generated always as identity, text text, words tsvector generated always as (to_tsvector('simple', text)) stored);"
                + "insert into a_t(text) values ('postgres')",
        };

        await test.Store.MigrateAsync("a", [migration], Cancel);
        await other.Store.MigrateAsync("a", [migration], Cancel);

        (await TestStore.TextsOf(test.Store.For("a"), "a_t")).ShouldBe(["postgres"]);
        (await TestStore.TextsOf(other.Store.For("a"), "a_t")).ShouldBe(["sqlite"]);
        (await Should.ThrowAsync<PluginHostException>(test.Another().MigrateAsync("b", [migration], Cancel))).Message.ShouldStartWith("b: 001_search.postgres.sql(1): ");
    }

    [Theory]
    [InlineData("posting", "plugins/Posting")]
    [InlineData("inbox", "plugins/Inbox")]
    [InlineData("rehearsal", "plugins/Networks/Rehearsal")]
    public async Task Should_Run_The_Migrations_Of_The_Bundled_Plugins(string plugin, string project)
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        await using var other = new TestStore();
        var migrations = MigrationsOf(project);
        migrations.ShouldNotBeEmpty();

        await test.Store.MigrateAsync(plugin, migrations, Cancel);
        await other.Store.MigrateAsync(plugin, migrations, Cancel);

        // Then: the same tables with the same columns.
        var made = test.Server.Read(
            $"select table_name || '.' || column_name from information_schema.columns where table_name like '{plugin}\\_%' order by table_name, ordinal_position", test.Database);
        made.ShouldBe(await other.Store.ReadAsync(
            WorkspaceStore.HostName,
            Access.Host,
            connection => connection.Read($"""
                select made.name || '.' || found.name as name from sqlite_master made, pragma_table_info(made.name) found
                where made.type = 'table' and made.name like {plugin + "%"} order by made.name, found.cid
                """).Map(row => row.Text("name")),
            Cancel));
    }

    [Fact]
    public async Task Should_Refuse_A_Store_That_A_Newer_Program_Has_Written()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");
        test.Server.Execute("update pluginhost.pluginhost_version set version = 99", test.Database);

        (await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(test.Another().For("a"), "a_t"))).Message
            .ShouldBe($"The workspace's store was written by a newer version of PluginHost. Nothing was changed. Update the program. ({test.Place})");
    }

    private static IReadOnlyList<Migration> MigrationsOf(string project)
    {
        var folder = Path.Combine(RootFolder(), project, "Migrations");
        var files = Directory.GetFiles(folder, "*.sql");
        return Migration.ReadFrom(new ResourceAssembly([.. files.Select(file => ($"X.Migrations.{Path.GetFileName(file)}", File.ReadAllText(file)))]));
    }

    private static string RootFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PluginHost.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository has no PluginHost.sln.");

        return folder;
    }
}
