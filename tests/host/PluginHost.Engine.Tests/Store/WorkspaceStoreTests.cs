using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>On both databases; see the two classes that end in its name.</summary>
public abstract class WorkspaceStoreTests(StoreDialect dialect)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Keep_What_Was_Written_When_The_Store_Is_Opened_Again()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("posting", "posting_post");
        var text = "Is – søt 🍦 الثلج '; drop table posting_post; --";

        // When
        (await store.WriteAsync($"insert into posting_post(text) values ({text})", Cancel)).ShouldBe(1);
        await test.Store.DisposeAsync();

        // Then
        (await TestStore.TextsOf(test.Another().For("posting"), "posting_post")).ShouldBe([text]);
    }

    [Fact]
    public async Task Should_Read_Every_Kind_Of_Value_As_It_Was_Written()
    {
        await using var test = new TestStore(dialect);
        await test.Store.MigrateAsync("a", [TestStore.First("create table a_all(t text, n integer, d real, f integer, i integer, b blob, z text)")], Cancel);
        using var store = test.Store.For("a");
        var instant = new DateTimeOffset(2026, 11, 21, 10, 30, 15, 250, TimeSpan.FromHours(1));

        // When
        await store.WriteAsync($"insert into a_all values ({"x"}, {long.MaxValue}, {1.5}, {true}, {instant}, {new byte[] { 1, 0, 2 }}, {(string?)null})", Cancel);

        // Then
        var found = await store.ReadAsync(
            $"select t, n, f, i, z, case when b = {new byte[] { 1, 0, 2 }} then 'same' else 'other' end as b, cast(d as text) as d from a_all",
            row => (row.Text("T"), row.Integer("n"), row.Integer("f"), row.Instant("i"), row.InstantOrNull("z"), row.TextOrNull("z"), row.Text("b"), row.Text("d")),
            Cancel);
        found.ShouldBe([("x", long.MaxValue, 1, instant.ToUniversalTime(), null, null, "same", "1.5")]);
        found[0].Item4.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("select 1 as one", "The query has no column \"on\", only one. Did you mean \"one\"?")]
    [InlineData("select null as \"on\"", "The column \"on\" was read as text, but it holds null.")]
    [InlineData("select 5 as \"on\"", "The column \"on\" was read as text, but it holds a whole number.")]
    [InlineData("select 0.5 as \"on\"", "The column \"on\" was read as text, but it holds a floating-point number.")]
    [InlineData("select x'00' as \"on\"", "The column \"on\" was read as text, but it holds bytes.")]
    public async Task Should_Say_What_A_Column_Holds_When_It_Is_Read_As_Something_Else(string query, string message)
    {
        await using var test = new TestStore(dialect);
        using var store = test.Store.For("a");

        var error = await Should.ThrowAsync<PluginHostException>(store.ReadAsync(TestStore.Raw(Native(query)), row => row.Text("on"), Cancel));

        error.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("'2026-11-21'")]
    [InlineData("9223372036854775807")]
    public async Task Should_Refuse_What_Is_No_Instant(string value)
    {
        await using var test = new TestStore(dialect);
        using var store = test.Store.For("a");

        var error = await Should.ThrowAsync<PluginHostException>(
            store.ReadAsync(TestStore.Raw($"select {value} as at"), row => row.Instant("at"), Cancel));

        error.Message.ShouldStartWith("The column \"at\" was read as an instant");
    }

    [Fact]
    public async Task Should_Call_The_Plugin_On_Its_Own_Context_And_Run_Statements_Elsewhere()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");
        await store.WriteAsync($"insert into a_t(text) values ('x')", Cancel);

        await OneThread.RunAsync(async () =>
        {
            var own = Environment.CurrentManagedThreadId;
            (await store.ReadAsync($"select text from a_t", _ => Environment.CurrentManagedThreadId, Cancel)).ShouldBe([own]);
            await store.TransactAsync(
                async transaction =>
                {
                    Environment.CurrentManagedThreadId.ShouldBe(own);
                    (await transaction.ReadAsync($"select text from a_t", _ => Environment.CurrentManagedThreadId)).ShouldBe([own]);
                    Environment.CurrentManagedThreadId.ShouldBe(own);
                    return 0;
                },
                Cancel);
            Environment.CurrentManagedThreadId.ShouldBe(own);
        });
    }

    [Fact]
    public async Task Should_Leave_A_Faulty_Statement_To_Its_Author()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        (await Should.ThrowAsync<System.Data.Common.DbException>(store.WriteAsync($"insert into a_t(txt) values (1)", Cancel))).Message.ShouldContain("txt");
        (await Should.ThrowAsync<System.Data.Common.DbException>(store.ReadAsync($"selekt", _ => 0, Cancel))).Message.ShouldContain("selekt");

        // And the store goes on.
        (await store.WriteAsync($"insert into a_t(text) values ('x')", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Refuse_Everything_When_The_Store_Of_The_Plugin_Is_Closed()
    {
        await using var test = new TestStore(dialect);
        var store = await test.WithTableAsync("acme.notes", "acme_notes_t");
        var connection = await store.OpenAsync(Cancel);

        // When
        store.Dispose();

        // Then
        connection.State.ShouldBe(System.Data.ConnectionState.Closed);
        (await Should.ThrowAsync<PluginHostException>(store.ReadAsync($"select 1", _ => 0, Cancel))).Message
            .ShouldBe("acme.notes uses its store after it was unloaded. Nothing was written.");
        await Should.ThrowAsync<PluginHostException>(store.WriteAsync($"insert into acme_notes_t(text) values ('x')", Cancel));
        await Should.ThrowAsync<PluginHostException>(store.TransactAsync(_ => Task.FromResult(0), Cancel));
        await Should.ThrowAsync<PluginHostException>(store.OpenAsync(Cancel));
        using var again = test.Store.For("acme.notes");
        (await TestStore.TextsOf(again, "acme_notes_t")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_Everything_When_The_Workspace_Is_Closed()
    {
        await using var test = new TestStore(dialect);
        using var store = await test.WithTableAsync("a", "a_t");

        await test.Store.DisposeAsync();

        (await Should.ThrowAsync<PluginHostException>(store.ReadAsync($"select 1", _ => 0, Cancel))).Message.ShouldContain("is closed");
        (await Should.ThrowAsync<PluginHostException>(store.WriteAsync($"insert into a_t(text) values ('x')", Cancel))).Message.ShouldContain("is closed");
    }

    [Fact]
    public async Task Should_Stop_A_Query_That_Is_Cancelled()
    {
        await using var test = new TestStore(dialect);
        using var store = test.Store.For("a");
        using var cancel = new CancellationTokenSource();

        // Given: a query that would run for hours.
        var query = store.ReadAsync(
            $"with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) as c from n", row => row.Integer("c"), cancel.Token);

        // When
        cancel.CancelAfter(TimeSpan.FromMilliseconds(50));

        // Then
        await Should.ThrowAsync<OperationCanceledException>(query);
        (await store.ReadAsync($"select 1 as one", row => row.Integer("one"), Cancel)).ShouldBe([1]);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("transact")]
    [InlineData("open")]
    [InlineData("hang")]
    public async Task Should_Keep_Nothing_Of_A_Plugin_Alive(string way)
    {
        await using var test = new TestStore(dialect);
        await test.WithTableAsync("a", "a_t");

        var kept = await UseAsync(test.Store, way);

        // The frames of the work lie below this one until then.
        await Task.Yield();
        for (var i = 0; i < 12 && kept.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        kept.IsAlive.ShouldBeFalse();
    }

    private string Native(string query) => dialect == StoreDialect.Postgres ? query.Replace("x'00'", @"'\x00'::bytea") : query;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAsync(WorkspaceStore workspace, string way)
    {
        // The delegates hold it, as a plugin's delegates hold the plugin.
        var guest = new object();
        using var store = workspace.For("a");
        switch (way)
        {
            case "read":
                (await store.ReadAsync($"select 1", _ => guest, Cancel)).ShouldBe([guest]);
                break;
            case "transact":
                await store.TransactAsync(
                    async transaction =>
                    {
                        await transaction.WriteAsync($"insert into a_t(text) values ({guest.ToString()})");
                        return guest;
                    },
                    Cancel);
                break;
            case "open":
                var connection = await store.OpenAsync(Cancel);
                connection.StateChange += (_, _) => guest.ToString();
                break;
            default:
                var hangs = new TaskCompletionSource<object>();
                var work = store.TransactAsync(_ => hangs.Task.ContinueWith(_ => guest, TaskScheduler.Default), Cancel);
                store.Dispose();
                await Should.ThrowAsync<Exception>(work);
                break;
        }

        return new WeakReference(guest);
    }
}
