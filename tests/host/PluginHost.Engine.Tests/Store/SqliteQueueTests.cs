using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>Writes that wait for one another.</summary>
public sealed class SqliteQueueTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Not_Write_What_Was_Cancelled_While_It_Waited()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        using var other = test.Store.For("a");
        using var stop = new CancellationTokenSource();
        var (work, release) = await HoldAsync(store);

        // When
        var cancelled = other.WriteAsync($"insert into a_t(text) values ('cancelled')", stop.Token);
        var next = other.WriteAsync($"insert into a_t(text) values ('next')", Cancel);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(cancelled);
        next.IsCompleted.ShouldBeFalse();
        release.SetResult(0);
        await work;

        // Then
        (await next).ShouldBe(1);
        (await TestStore.TextsOf(store, "a_t")).ShouldBe(["held", "next"]);
    }

    [Fact]
    public async Task Should_Refuse_All_That_Wait_For_One_That_Hangs_And_Write_None_Of_Them_Later()
    {
        await using var test = new TestStore();
        await test.WithTableAsync("a", "a_t");
        var impatient = test.Another(patience: 0.3);
        using var store = impatient.For("a");
        var (work, release) = await HoldAsync(store);

        // When
        List<Task<int>> waiting = [.. Enumerable.Range(0, 3).Select(_ => store.WriteAsync($"insert into a_t(text) values ('late')", Cancel))];
        foreach (var late in waiting)
            (await Should.ThrowAsync<PluginHostException>(late)).Message.ShouldStartWith("a has kept a transaction open for 0.3 seconds, so that a could not write.");

        release.SetResult(0);
        await work;

        // Then
        (await store.WriteAsync($"insert into a_t(text) values ('after')", Cancel)).ShouldBe(1);
        (await TestStore.TextsOf(store, "a_t")).ShouldBe(["held", "after"]);
    }

    [Fact]
    public async Task Should_Write_All_Of_Many_And_Let_Transactions_In_Between()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        var isOver = false;
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var written = 0;
            while (!Volatile.Read(ref isOver))
                written += await store.WriteAsync($"insert into a_t(text) values ('w')", Cancel);

            return written;
        })).ToList();

        // When
        for (var i = 0; i < 20; i++)
            await store.TransactAsync(transaction => transaction.WriteAsync($"insert into a_t(text) values ('t')"), Cancel);

        Volatile.Write(ref isOver, true);
        var written = (await Task.WhenAll(writers)).Sum();

        // Then
        var texts = await TestStore.TextsOf(store, "a_t");
        texts.Count(text => text == "t").ShouldBe(20);
        texts.Count(text => text == "w").ShouldBe(written);
    }

    [Fact]
    public async Task Should_Refuse_What_Waits_When_The_Workspace_Is_Closed()
    {
        await using var test = new TestStore();
        using var store = await test.WithTableAsync("a", "a_t");
        var (work, release) = await HoldAsync(store);
        var waiting = store.WriteAsync($"insert into a_t(text) values ('late')", Cancel);

        // When
        var closing = test.Store.DisposeAsync();
        release.SetResult(0);
        await work;
        await closing;

        // Then
        try
        {
            await waiting;
        }
        catch (PluginHostException closed)
        {
            closed.Message.ShouldStartWith("The workspace's store is closed");
        }

        using var again = test.Another().For("a");
        (await TestStore.TextsOf(again, "a_t")).ShouldBe(waiting.IsCompletedSuccessfully ? ["held", "late"] : ["held"]);
    }

    private static async Task<(Task<int> Work, TaskCompletionSource<int> Release)> HoldAsync(IStore store)
    {
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource<int>();
        var work = store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into a_t(text) values ('held')");
                entered.SetResult();
                return await release.Task;
            },
            Cancel);
        await entered.Task;
        return (work, release);
    }
}
