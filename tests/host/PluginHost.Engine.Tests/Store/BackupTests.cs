using Microsoft.Data.Sqlite;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class BackupTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;
    private static readonly Migration First = TestStore.First("create table a_t(id integer primary key, text text)");

    [Fact]
    public async Task Should_Copy_The_Store_Before_A_Migration_Changes_It()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) values ('kept')", Cancel);
        CopiesOf(test).ShouldBeEmpty();

        // When
        await test.Store.MigrateAsync("a", [First, More(2)], Cancel);

        // Then
        CopiesOf(test).ShouldBe(["store-20261121T090000Z-before-a-2.db"]);
        (await ReadCopyAsync(test, "select text from a_t")).ShouldBe("kept");
        (await ReadCopyAsync(test, "select count(*) from sqlite_master where name = 'a_more2'")).ShouldBe("0");
        (await ReadCopyAsync(test, "PRAGMA integrity_check")).ShouldBe("ok");
        Directory.GetFiles(Backups(test)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Copy_Nothing_Where_There_Is_Nothing_To_Lose()
    {
        await using var test = new TestStore();
        await test.WithTableAsync("a", "a_t");
        await test.WithTableAsync("b", "b_t");
        await test.Store.MigrateAsync("a", [First], Cancel);

        Directory.Exists(Backups(test)).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Keep_The_Last_Five()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) values ('kept')", Cancel);
        List<Migration> migrations = [First];

        for (var number = 2; number <= 9; number++)
        {
            test.Clock.Now += TimeSpan.FromHours(1);
            migrations.Add(More(number));
            await test.Store.MigrateAsync("a", migrations, Cancel);
        }

        CopiesOf(test).ShouldBe([.. Enumerable.Range(5, 5).Select(number => $"store-20261121T{8 + number:00}0000Z-before-a-{number}.db")]);
    }

    [Fact]
    public async Task Should_Change_Nothing_When_The_Copy_Cannot_Be_Made()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) values ('kept')", Cancel);
        await File.WriteAllTextAsync(Backups(test), "in the way", Cancel);

        // When
        var error = await Should.ThrowAsync<PluginHostException>(test.Store.MigrateAsync("a", [First, More(2)], Cancel));

        // Then
        error.Message.ShouldStartWith($"The workspace's store could not be copied to {Path.Combine(Backups(test), "store-20261121T090000Z-before-a-2.db")} before a changes its tables: ");
        error.Message.ShouldContain("Nothing was changed.");
        File.Delete(Backups(test));
        await test.Store.MigrateAsync("a", [First, More(2)], Cancel);
        (await TestStore.TextsOf(store, "a_t")).ShouldBe(["kept"]);
    }

    [Fact]
    public async Task Should_Bring_A_Store_Of_The_First_Version_Up_And_Copy_It_First()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) values ('kept')", Cancel);
        await test.Store.DisposeAsync();

        // Given: the store as the first version made it.
        await using (var connection = new SqliteConnection($"Data Source={test.Path};Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                drop table pluginhost_occurrence; drop table pluginhost_journal; drop table pluginhost_stream; drop table pluginhost_stream_event;
                drop table pluginhost_stream_taker;
                drop table pluginhost_campaign; drop table pluginhost_occurrence_line;
                drop table pluginhost_secret; drop table pluginhost_vault_key; drop table pluginhost_secret_renewal; PRAGMA user_version=1;
                """;
            await command.ExecuteNonQueryAsync(Cancel);
        }

        // When: two programs start at once.
        var stores = new[] { test.Another(), test.Another() };
        await Task.WhenAll(stores.Select(one => Task.Run(() => TestStore.TextsOf(one.For("a"), "a_t"))));

        // Then
        (await TestStore.TextsOf(stores[0].For("a"), "a_t")).ShouldBe(["kept"]);
        CopiesOf(test).ShouldBe(["store-20261121T090000Z-before-pluginhost-2.db"]);
        (await stores[1].WriteAsync(
            WorkspaceStore.HostName, Access.Host, connection => connection.Write($"insert into pluginhost_stream(name) values ('s')"), Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Name_The_Last_Copy_When_The_Store_Is_Damaged()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) values ('kept')", Cancel);
        await test.Store.MigrateAsync("a", [First, More(2)], Cancel);
        await test.Store.DisposeAsync();
        await File.WriteAllTextAsync(test.Path, new string('x', 5000), Cancel);

        (await Should.ThrowAsync<PluginHostException>(TestStore.TextsOf(test.Another().For("a"), "a_t"))).Message
            .ShouldContain($"the last that PluginHost made is {Path.Combine(Backups(test), "store-20261121T090000Z-before-a-2.db")}.");
    }

    private static Migration More(int number) => TestStore.Numbered(number, "more", $"create table a_more{number}(id integer)");

    private static string Backups(TestStore test) => Path.Combine(test.Root, ".pluginhost", "backups");

    private static string[] CopiesOf(TestStore test) => Directory.Exists(Backups(test))
        ? [.. Directory.GetFiles(Backups(test), "*.db").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];

    private static async Task<string> ReadCopyAsync(TestStore test, string query)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Backups(test), CopiesOf(test)[0])};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return $"{await command.ExecuteScalarAsync(Cancel)}";
    }
}
