using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>An open transaction. Where the connection is lost, the server undoes it.</summary>
internal sealed class PostgresTurn(
    NpgsqlConnection connection, NpgsqlTransaction transaction, Caller caller, string role, PostgresDatabase database) : WriteTurn
{
    private readonly PostgresConnection _own = new(connection);

    public async Task StartAsync(Preamble preamble, CancellationToken cancel)
    {
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(preamble.ToCommand());
        await batch.ExecuteNonQueryAsync(cancel);
    }

    public override Task<RowSet> ReadAsync(Sql query, CancellationToken cancel)
    {
        if (GuestStatement.Refuse(caller.Plugin, query.Text) is { } refusal)
            throw new PluginHostException(refusal);

        return ExplainedAsync(() => _own.RunAsync(query, cancel), query.Text);
    }

    public override async Task<int> WriteAsync(Sql statement, CancellationToken cancel) => (await ReadAsync(statement, cancel)).Written;

    public override Task<T> RunAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        ExplainedAsync(() => Task.Run(() => _own.Run(work, cancel), cancel), "");

    public override Task<T> RunAsHostAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        ExplainedAsync(() => Task.Run(() => new PostgresConnection(connection) { Lender = role }.Run(work, cancel), cancel), "");

    public override async Task CommitAsync()
    {
        await ExplainedAsync(
            async () =>
            {
                await transaction.CommitAsync(CancellationToken.None);
                return 0;
            },
            "");
        database.Mark?.Invoke(Marks.Committed);
    }

    // Closing the connection undoes what is open, also where it is lost.
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await connection.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // It was lost; the server knows.
        }

        database.Mark?.Invoke(Marks.OutOfStore);
    }

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> work, string statement)
    {
        try
        {
            return await work();
        }
        catch (PostgresException error) when (PostgresErrors.Refusal(error, caller, statement) is { } refused)
        {
            throw refused;
        }
        catch (Exception error) when (database.Explain(error) is { } explained)
        {
            throw explained;
        }
    }
}
