using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>On both databases; see the two classes that end in its name.</summary>
public abstract class TransactionTests(StoreDialect dialect)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Undo_Everything_When_The_Work_Throws()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        await Should.ThrowAsync<InvalidTimeZoneException>(store.TransactAsync<int>(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into a_t(text) values ('x')");
                (await transaction.ReadAsync($"select text from a_t", row => row.Text("text"))).ShouldBe(["x"]);
                throw new InvalidTimeZoneException();
            },
            Cancel));

        (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Undo_Everything_When_A_Statement_Of_Several_Fails()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        await Should.ThrowAsync<System.Data.Common.DbException>(
            store.WriteAsync($"insert into a_t(id, text) values (1, 'x'); insert into a_t(id, text) values (1, 'y')", Cancel));

        (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Undo_Everything_When_Cancelled_Even_If_The_Work_Never_Ends()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");
        using var cancel = new CancellationTokenSource();
        var hangs = new TaskCompletionSource<int>();

        // When
        var work = store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into a_t(text) values ('x')");
                await cancel.CancelAsync();
                return await hangs.Task;
            },
            cancel.Token);

        // Then
        await Should.ThrowAsync<OperationCanceledException>(work);
        (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
        (await store.WriteAsync($"insert into a_t(text) values ('y')", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Undo_What_Is_Open_When_The_Plugin_Is_Unloaded()
    {
        await using var test = new TestStore(dialect);
        var store = await test.WithTableAsync("a", "a_t");
        var entered = new TaskCompletionSource();
        var hangs = new TaskCompletionSource<int>();
        var work = store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"insert into a_t(text) values ('x')");
                entered.SetResult();
                return await hangs.Task;
            },
            Cancel);
        await entered.Task;

        // When
        store.Dispose();

        // Then
        (await Should.ThrowAsync<PluginHostException>(work)).Message.ShouldContain("a uses its store after it was unloaded");
        using var next = test.Store.For("a");
        (await next.WriteAsync($"insert into a_t(text) values ('y')", Cancel)).ShouldBe(1);
        (await TestStore.TextsOf(next, "a_t")).ShouldBe(["y"]);
    }

    [Fact]
    public async Task Should_Refuse_A_Transaction_That_Is_Used_After_Its_End()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");
        IStoreTransaction? kept = null;
        await store.TransactAsync(transaction => Task.FromResult(kept = transaction), Cancel);

        var error = await Should.ThrowAsync<PluginHostException>(kept!.WriteAsync($"insert into a_t(text) values ('x')"));

        error.Message.ShouldStartWith("a uses a transaction that has ended.");
        (await TestStore.TextsOf(store, "a_t")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_To_Wait_For_Itself()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        var error = await Should.ThrowAsync<WrongUseException>(
            store.TransactAsync(_ => store.WriteAsync($"insert into a_t(text) values ('x')", Cancel), Cancel));

        error.Message.ShouldContain("wait for each other for ever");
        (await store.WriteAsync($"insert into a_t(text) values ('y')", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Take_Statements_That_Are_Not_Awaited_One_By_One()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        await store.TransactAsync(
            transaction => Task.WhenAll(Enumerable.Range(0, 20).Select(i => transaction.WriteAsync($"insert into a_t(text) values ({i})"))), Cancel);

        (await TestStore.TextsOf(store, "a_t")).Count.ShouldBe(20);
    }

    [Fact]
    public async Task Should_Read_The_Old_State_While_Another_Writes()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) values ('old')", Cancel);

        await store.TransactAsync(
            async transaction =>
            {
                await transaction.WriteAsync($"update a_t set text = 'new'");
                (await TestStore.TextsOf(store, "a_t")).ShouldBe(["old"]);
                (await TestStore.TextsOf(test.Another().For("a"), "a_t")).ShouldBe(["old"]);
                return 0;
            },
            Cancel);

        (await TestStore.TextsOf(store, "a_t")).ShouldBe(["new"]);
    }

    [Fact]
    public async Task Should_Lose_No_Row_When_Two_Processes_Write_At_Once()
    {
        await using var test = new TestStore(dialect);
        using var first = await test.WithTableAsync("a", "a_t");
        using var second = test.Another().For("a");
        await first.WriteAsync($"insert into a_t(id, text) values (0, '0')", Cancel);

        // When: each reads the last number and adds one, which goes wrong wherever two come between each other.
        await Task.WhenAll(new[] { first, second, first, second }.Select(store => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await store.TransactAsync(
                    async transaction =>
                    {
                        var last = (await transaction.ReadAsync($"select max(id) as id from a_t", row => row.Integer("id")))[0];
                        return await transaction.WriteAsync($"insert into a_t(id, text) values ({last + 1}, {last.ToString()})");
                    },
                    Cancel);
                await TestStore.TextsOf(store, "a_t");
            }
        })));

        // Then
        (await first.ReadAsync($"select max(id) as last, count(*) as rows from a_t", row => (row.Integer("last"), row.Integer("rows")), Cancel))
            .ShouldBe([(100, 101)]);
    }

    [Fact]
    public async Task Should_Say_So_When_Another_Process_Writes_For_Too_Long()
    {
        await using var test = new TestStore(dialect);
        using var first = await test.WithTableAsync("a", "a_t");
        using var second = test.Another(patience: 0.3).For("a");
        await TestStore.TextsOf(second, "a_t");

        await first.TransactAsync(
            async _ =>
            {
                var error = await Should.ThrowAsync<PluginHostException>(second.WriteAsync($"insert into a_t(text) values ('x')", Cancel));
                error.Message.ShouldStartWith("The workspace's store is in use by another process, which did not finish writing within 0.3 seconds. Try again;");
                return 0;
            },
            Cancel);

        (await second.WriteAsync($"insert into a_t(text) values ('x')", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Stop_Waiting_For_Another_Process_When_Cancelled()
    {
        await using var test = new TestStore(dialect);
        using var first = await test.WithTableAsync("a", "a_t");
        using var second = test.Another(patience: 3600).For("a");
        await TestStore.TextsOf(second, "a_t");
        using var cancel = new CancellationTokenSource();

        await first.TransactAsync(
            async _ =>
            {
                var write = second.WriteAsync($"insert into a_t(text) values ('x')", cancel.Token);
                cancel.CancelAfter(TimeSpan.FromMilliseconds(50));
                await Should.ThrowAsync<OperationCanceledException>(write);
                return 0;
            },
            Cancel);
    }
}
