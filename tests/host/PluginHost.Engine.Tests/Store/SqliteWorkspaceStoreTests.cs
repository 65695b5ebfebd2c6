using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteWorkspaceStoreTests() : WorkspaceStoreTests(StoreDialect.Sqlite)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Touch_Nothing_Before_The_First_Use()
    {
        await using var test = new TestStore();

        // When
        using var store = test.Store.For("posting");
        await test.Store.MigrateAsync("posting", [], Cancel);
        (await test.Store.CheckAsync(Cancel)).ShouldBe(["The workspace has no store yet: nothing has been written."]);

        // Then
        Directory.GetFileSystemEntries(test.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Make_The_Folder_And_Keep_It_Out_Of_Version_Control()
    {
        await using var test = new TestStore();

        // When
        await test.WithTableAsync("posting", "posting_post");

        // Then
        File.ReadAllText(Path.Combine(test.Root, ".pluginhost", ".gitignore")).ShouldBe("*\n");
        File.Exists(test.Path).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Look_The_Database_Over()
    {
        await using var test = new TestStore();
        await test.WithTableAsync("posting", "posting_post");
        await test.WithTableAsync("acme.notes", "acme_notes_note");

        (await test.Store.CheckAsync(Cancel)).ShouldBe([
            $"The store is sound: {test.Path}",
            "acme.notes: 1 migration, the last 001_first on 2026-11-21",
            "posting: 1 migration, the last 001_first on 2026-11-21",
        ]);
    }
}
