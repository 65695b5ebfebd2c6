using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Postgres;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresErrorTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Say_So_When_Nothing_Answers()
    {
        await using var store = new WorkspaceStore(
            new PostgresDatabase(PostgresAddress.Parse("postgresql://ann:secret@127.0.0.1:1/campaigns"), TimeSpan.FromSeconds(1)), new FixedClock());

        foreach (var call in new Func<Task>[]
        {
            () => store.For("a").ReadAsync($"select 1", _ => 0, Cancel),
            () => store.For("a").WriteAsync($"delete from a_t", Cancel),
            () => store.For("a").OpenAsync(Cancel),
            () => store.CheckAsync(Cancel),
        })
        {
            var error = await Should.ThrowAsync<PluginHostException>(call());
            error.Message.ShouldStartWith("The workspace's store cannot be reached: ");
            error.Message.ShouldEndWith(
                "Nothing was written. Check that the PostgreSQL server on 127.0.0.1:1 runs and that this machine may connect to it, then try again. "
                + "(postgresql://ann@127.0.0.1:1/campaigns)");
            error.ToString().ShouldNotContain("secret");
        }
    }

    [Fact]
    public async Task Should_Say_Where_A_Password_Goes_When_It_Is_Wrong_Or_Missing()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        var right = test.Server.AddressOf(test.Database);

        foreach (var address in new[] { test.Server.AddressOf(test.Database, "postgres", "wrong secret"), right.Replace(right[right.IndexOf(':', 12)..right.IndexOf('@')], "") })
        {
            var error = await Should.ThrowAsync<PluginHostException>(test.At(address).For("a").ReadAsync($"select 1", _ => 0, Cancel));

            error.Message.ShouldContain("did not let postgres in: ");
            error.Message.ShouldContain("Give the password in PGPASSWORD, in ~/.pgpass or, with the whole address, in PLUGINHOST_STORE;");
            error.ToString().ShouldNotContain("wrong secret");
        }
    }

    [Fact]
    public async Task Should_Say_How_To_Make_A_Database_That_Is_Not_There()
    {
        await using var test = new TestStore(StoreDialect.Postgres);

        (await Should.ThrowAsync<PluginHostException>(test.At(test.Server.AddressOf("nowhere")).For("a").ReadAsync($"select 1", _ => 0, Cancel))).Message
            .ShouldStartWith("There is no database nowhere on 127.0.0.1:");

        // And it is tried anew each time.
        var later = test.At(test.Server.AddressOf("later"));
        await Should.ThrowAsync<PluginHostException>(later.For("a").ReadAsync($"select 1", _ => 0, Cancel));
        test.Server.Execute("create database later");
        (await later.For("a").ReadAsync($"select 1 as one", row => row.Integer("one"), Cancel)).ShouldBe([1]);
    }

    [Fact]
    public async Task Should_Say_So_When_The_Server_Takes_No_Writes()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        using var store = await test.WithTableAsync("a", "a_t");
        test.Server.Execute($"alter database {test.Database} set default_transaction_read_only = on");
        await test.Store.DropConnectionsAsync();
        try
        {
            (await Should.ThrowAsync<PluginHostException>(store.WriteAsync($"insert into a_t(text) values ('x')", Cancel))).Message
                .ShouldStartWith("The workspace's store cannot be written to: ");
        }
        finally
        {
            test.Server.Execute($"set default_transaction_read_only = off; alter database {test.Database} reset default_transaction_read_only");
        }
    }
}
