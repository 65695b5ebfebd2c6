using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteTransactionTests() : TransactionTests(StoreDialect.Sqlite)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Name_The_Plugin_That_Keeps_Others_From_Writing()
    {
        await using var test = new TestStore();
        using var setUp = await test.WithTableAsync("slow", "slow_t");
        await test.WithTableAsync("b", "b_t");
        var store = test.Another(patience: 0.3);
        using var slow = store.For("slow");
        using var other = store.For("b");
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource<int>();
        var work = slow.TransactAsync(
            _ =>
            {
                entered.SetResult();
                return release.Task;
            },
            Cancel);
        await entered.Task;

        // When
        var error = await Should.ThrowAsync<PluginHostException>(other.WriteAsync($"insert into b_t(text) values ('x')", Cancel));
        release.SetResult(0);
        await work;

        // Then
        error.Message.ShouldBe(
            "slow has kept a transaction open for 0.3 seconds, so that b could not write. Try again; if it stays so, switch slow off and tell its author.");
        (await other.WriteAsync($"insert into b_t(text) values ('x')", Cancel)).ShouldBe(1);
    }
}
