using Microsoft.Data.Sqlite;
using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Sqlite;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class DamageTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Name_The_File_And_Leave_It_Alone_When_It_Is_No_Database()
    {
        await using var test = new TestStore();
        Directory.CreateDirectory(Path.GetDirectoryName(test.Path)!);
        var text = string.Concat(Enumerable.Repeat("This is no database. ", 500));
        await File.WriteAllTextAsync(test.Path, text, Cancel);
        using var store = test.Store.For("a");

        var error = await Should.ThrowAsync<PluginHostException>(store.WriteAsync($"insert into a_t(text) values ('x')", Cancel));

        error.Message.ShouldStartWith($"The workspace's store is damaged: {test.Path}. Nothing was written. Restore the file from a copy. Or move the folder .pluginhost away");
        (await Should.ThrowAsync<PluginHostException>(test.Store.CheckAsync(Cancel))).Message.ShouldBe(error.Message);
        (await File.ReadAllTextAsync(test.Path, Cancel)).ShouldBe(text);
    }

    [Fact]
    public async Task Should_Find_Damage_Inside_The_File()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync(
            $"insert into a_t(text) with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000) select 'row ' || i from n", Cancel);
        await test.Store.DisposeAsync();

        // Given: pages near the end are overwritten, where the table's rows are.
        await using (var file = File.Open(test.Path, FileMode.Open))
        {
            file.Length.ShouldBeGreaterThan(40_000);
            file.Position = file.Length - 16_384;
            file.Write(Enumerable.Repeat((byte)0xA5, 8192).ToArray());
        }

        // Then
        var later = test.Another();
        (await Should.ThrowAsync<PluginHostException>(later.CheckAsync(Cancel))).Message.ShouldStartWith($"The workspace's store is damaged: {test.Path}. ");
        (await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(later.For("a"), "a_t"))).Message
            .ShouldStartWith($"The workspace's store is damaged: {test.Path}. ");
    }

    [Fact]
    public async Task Should_Say_So_When_The_File_Cannot_Be_Opened()
    {
        await using var test = new TestStore();
        Directory.CreateDirectory(test.Path);
        using var store = test.Store.For("a");

        (await Should.ThrowAsync<PluginHostException>(store.ReadAsync($"select 1", _ => 0, Cancel))).Message
            .ShouldStartWith("The workspace's store cannot be opened.");
    }

    [Fact]
    public async Task Should_Say_So_When_The_Folder_Cannot_Be_Made()
    {
        await using var test = new TestStore();
        await File.WriteAllTextAsync(Path.Combine(test.Root, ".pluginhost"), "in the way", Cancel);
        using var store = test.Store.For("a");

        (await Should.ThrowAsync<PluginHostException>(store.ReadAsync($"select 1", _ => 0, Cancel))).Message
            .ShouldStartWith("The workspace's store cannot be opened: ");

        // And it can be tried again when the cause is gone.
        File.Delete(Path.Combine(test.Root, ".pluginhost"));
        (await store.ReadAsync($"select 1 as one", row => row.Integer("one"), Cancel)).ShouldBe([1]);
    }

    [Fact]
    public async Task Should_Write_Nothing_When_A_Newer_Program_Was_Here()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        await test.Store.DisposeAsync();
        await using (var connection = new SqliteConnection($"Data Source={test.Path};Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version=99";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        (await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(test.Another().For("a"), "a_t"))).Message
            .ShouldStartWith("The workspace's store was written by a newer version of PluginHost. Nothing was changed. Update the program.");
    }

    [Fact]
    public async Task Should_Say_So_When_The_Disk_Is_Full_And_Go_On_When_It_Is_Not()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        var big = new string('x', 1_000_000);
        await test.Store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => connection.Read($"PRAGMA max_page_count=100").Rows.Count, Cancel);

        // When
        var error = await Should.ThrowAsync<PluginHostException>(store.WriteAsync($"insert into a_t(text) values ({big})", Cancel));

        // Then
        error.Message.ShouldStartWith("The disk is full: nothing was written to the workspace's store. Make room and try again.");
        (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
        (await store.WriteAsync($"insert into a_t(text) values ('small')", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Leave_Nothing_Half_Done_When_The_Disk_Is_Full_In_The_Middle()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        var big = new string('x', 1_000_000);
        await test.Store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => connection.Read($"PRAGMA max_page_count=100").Rows.Count, Cancel);

        // When: the second statement of a transaction, and the second of a migration.
        var work = await Should.ThrowAsync<PluginHostException>(store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into a_t(text) values ('small')");
                return await transaction.WriteAsync($"insert into a_t(text) values ({big})");
            },
            Cancel));
        var migration = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync(
            "b", [TestStore.First("create table b_t(id integer primary key, text text); insert into b_t(text) values (hex(zeroblob(1000000)))")], Cancel));

        // Then
        work.Message.ShouldStartWith("The disk is full: nothing was written to the workspace's store.");
        migration.Message.ShouldStartWith("The disk is full: nothing was written to the workspace's store.");
        (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
        (await test.WithTableAsync("b", "b_t")).ShouldNotBeNull();
    }

    [Fact]
    public void Should_Say_So_When_The_File_System_Cannot_Share_A_Log()
    {
        SQLitePCL.Batteries_V2.Init();
        var file = new SqliteFile { Path = ":memory:", Patience = TimeSpan.FromSeconds(1) };
        using var connection = SqliteStoreConnection.Open(file);

        Should.Throw<PluginHostException>(() => SqliteSchema.Prepare(connection, file, TimeProvider.System, Cancel)).Message
            .ShouldBe("The workspace's store cannot be shared safely on this file system. Move the workspace to a local disk. (:memory:)");
    }

    [Theory]
    [InlineData(5, "in use by another process")]
    [InlineData(6, "in use by another process")]
    [InlineData(8, "cannot be written to. Check who owns")]
    [InlineData(10, "The disk did not read or write")]
    [InlineData(11, "is damaged: /w/.pluginhost/store.db")]
    [InlineData(13, "The disk is full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "Or move the folder .pluginhost away")]
    public void Should_Say_In_Plain_Words_What_Sqlite_Means(int code, string words) =>
        SqliteErrors.Explain(new SqliteException("words of SQLite", code), "/w/.pluginhost/store.db")!.Message.ShouldContain(words);

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    public void Should_Leave_Alone_What_Only_The_Author_Can_Mend(int code) =>
        SqliteErrors.Explain(new SqliteException("words of SQLite", code), "/w/store.db").ShouldBeNull();
}
