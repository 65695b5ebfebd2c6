using System.Data.Common;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>The store of a rehearsal keeps its file to itself, until a plugin asks for a connection of its own.</summary>
public sealed class PrivateStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_Keep_What_Was_Written()
    {
        await using var test = new TestStore();
        await using (var store = test.Private())
        {
            using var notes = await WithTableAsync(store);
            await notes.WriteAsync($"insert into notes_t(text) values ('one')", Cancel);
        }

        (await TestStore.TextsOf(test.Store.For("notes"), "notes_t")).ShouldBe(["one"]);
    }

    [Fact]
    public async Task Should_Undo_A_Transaction_That_Throws()
    {
        await using var test = new TestStore();
        using var notes = await WithTableAsync(test.Private());

        // When
        await Should.ThrowAsync<InvalidOperationException>(notes.TransactAsync<int>(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into notes_t(text) values ('gone')");
                throw new InvalidOperationException("no");
            },
            Cancel));

        // Then
        (await TestStore.TextsOf(notes, "notes_t")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Read_Beside_An_Open_Transaction()
    {
        await using var test = new TestStore();
        using var notes = await WithTableAsync(test.Private());

        // When: in earnest it would be read by another connection
        var seen = await notes.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into notes_t(text) values ('one')");
                return await TestStore.TextsOf(notes, "notes_t");
            },
            Cancel);

        // Then
        seen.ShouldBe(["one"]);
    }

    [Fact]
    public async Task Should_Give_A_Plugin_A_Connection_Beside_Its_Own()
    {
        await using var test = new TestStore();
        using var notes = await WithTableAsync(test.Private());
        await notes.WriteAsync($"insert into notes_t(text) values ('one')", Cancel);

        // When both read and write by turns
        await using var connection = await notes.OpenAsync(Cancel);
        await ExecuteAsync(connection, "insert into notes_t(text) values ('two')");
        await notes.WriteAsync($"insert into notes_t(text) values ('three')", Cancel);

        // Then both see all of it, also while the store writes
        var seen = await notes.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into notes_t(text) values ('four')");
                return (await CountAsync(connection), (await TestStore.TextsOf(notes, "notes_t")).Count);
            },
            Cancel);
        seen.ShouldBe((3, 3));
        (await TestStore.TextsOf(notes, "notes_t")).ShouldBe(["one", "two", "three", "four"]);
        (await CountAsync(connection)).ShouldBe(4);
    }

    [Fact]
    public async Task Should_Say_That_A_Connection_Is_Opened_Too_Late()
    {
        await using var test = new TestStore();
        using var notes = await WithTableAsync(test.Private());

        // When
        var error = await Should.ThrowAsync<WrongUseException>(notes.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into notes_t(text) values ('one')");
                await using var connection = await notes.OpenAsync(Cancel);
                return 1;
            },
            Cancel));

        // Then
        error.Message.ShouldBe("notes opens a connection while a transaction is open, which a rehearsal cannot give. Open it before the transaction.");
        (await TestStore.TextsOf(notes, "notes_t")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Make_No_Copy_Before_A_Migration()
    {
        await using var test = new TestStore();
        var store = test.Private();
        var first = TestStore.First("create table notes_t(id integer primary key, text text)");
        await store.MigrateAsync("notes", [first], Cancel);
        using var notes = store.For("notes");
        await notes.WriteAsync($"insert into notes_t(text) values ('one')", Cancel);

        // When
        await store.MigrateAsync("notes", [first, TestStore.Numbered(2, "more", "alter table notes_t add column mood text")], Cancel);

        // Then
        Directory.Exists(Path.Combine(Path.GetDirectoryName(test.Path)!, "backups")).ShouldBeFalse();
    }

    private static async Task<PluginStore> WithTableAsync(WorkspaceStore store)
    {
        await store.MigrateAsync("notes", [TestStore.First("create table notes_t(id integer primary key, text text)")], Cancel);
        return store.For("notes");
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<long> CountAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from notes_t";
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
