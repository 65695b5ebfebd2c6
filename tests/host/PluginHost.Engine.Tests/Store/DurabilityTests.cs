using PluginHost.Engine.Store;

namespace PluginHost.Engine.Tests.Store;

public sealed class DurabilityTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Wait_For_The_Disk_Unless_It_Need_Not()
    {
        await using var test = new TestStore();

        (await LevelAsync(test, Durability.Full)).ShouldBe(2);
        (await LevelAsync(test, Durability.Relaxed)).ShouldBe(1);
        (await LevelAsync(test, Durability.Relaxed)).ShouldBe(1);
        (await LevelAsync(test, Durability.Full)).ShouldBe(2);
    }

    [Fact]
    public async Task Should_Give_A_Plugins_Own_Connection_The_Same_Choice()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");

        await using var full = await store.OpenAsync(Cancel);
        await using var relaxed = await store.Relaxed.OpenAsync(Cancel);

        // A guest may not ask for the setting; that it is set on opening is seen from the outside.
        foreach (var connection in new[] { full, relaxed })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "insert into a_t(text) values ('x')";
            (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Should_Refuse_The_Relaxed_Store_Too_When_The_Plugin_Is_Unloaded()
    {
        await using var test = new TestStore();
        var store = await test.WithTableAsync("a", "a_t");
        var relaxed = store.Relaxed;
        var connection = await relaxed.OpenAsync(Cancel);
        await connection.CloseAsync();

        store.Dispose();

        (await Should.ThrowAsync<Sdk.PluginHostException>(relaxed.WriteAsync($"insert into a_t(text) values ('x')", Cancel))).Message.ShouldContain("after it was unloaded");
        Should.Throw<Sdk.PluginHostException>(connection.Open).Message.ShouldContain("after it was unloaded");
        connection.State.ShouldBe(System.Data.ConnectionState.Closed);
        relaxed.Relaxed.ShouldBeSameAs(relaxed);
    }

    private static Task<long> LevelAsync(TestStore test, Durability durability) => test.Store.WriteAsync(
        WorkspaceStore.HostName,
        Access.Host,
        durability,
        connection => connection.Read($"PRAGMA synchronous").Map(row => row.Integer("synchronous"))[0],
        Cancel);
}
