using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>A connection while somebody has it.</summary>
internal sealed class PostgresConnection(NpgsqlConnection connection) : StoreConnection
{
    private NpgsqlBatch? _running;

    /// <summary>What goes before every statement.</summary>
    public Preamble Before { get; init; } = Preamble.None;

    /// <summary>The role that the statements before and after this one have, where the host writes in a guest's transaction.</summary>
    public string? Lender { get; init; }

    public override RowSet Read(Sql query) => Run(PostgresStatement.From(query));

    public override int Write(Sql statement) => Run(PostgresStatement.From(statement)).Written;

    /// <summary>Runs a statement that was put together.</summary>
    public void Execute(string statement) => Run(new NpgsqlBatchCommand(statement));

    /// <summary>Runs work; where it is cancelled, so is the statement that runs.</summary>
    public T Run<T>(Func<StoreConnection, T> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var interrupt = cancel.UnsafeRegister(static connection => ((PostgresConnection)connection!)._running?.Cancel(), this);
        try
        {
            return work(this);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.QueryCanceled && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.MessageText, error, cancel);
        }
    }

    public async Task<RowSet> RunAsync(Sql statement, CancellationToken cancel)
    {
        var command = PostgresStatement.From(statement);
        await using var batch = BatchOf(command);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        if (Before.Text.Length > 0)
            await reader.NextResultAsync(cancel);

        var rows = new List<object?[]>();
        var columns = PostgresStatement.ColumnsOf(reader);
        while (await reader.ReadAsync(cancel))
            rows.Add(PostgresStatement.CellsOf(reader, columns.Length));

        while (await reader.NextResultAsync(cancel))
        {
            // To the end: a fault may come with the last.
        }

        return new RowSet(columns, rows) { Written = PostgresStatement.WrittenBy(command) };
    }

    private RowSet Run(NpgsqlBatchCommand command)
    {
        using var batch = BatchOf(command);
        _running = batch;
        try
        {
            using var reader = batch.ExecuteReader();
            if (Before.Text.Length > 0)
                reader.NextResult();

            var rows = new List<object?[]>();
            var columns = PostgresStatement.ColumnsOf(reader);
            while (reader.Read())
                rows.Add(PostgresStatement.CellsOf(reader, columns.Length));

            while (reader.NextResult())
            {
                // To the end: a fault may come with the last.
            }

            return new RowSet(columns, rows) { Written = PostgresStatement.WrittenBy(command) };
        }
        finally
        {
            _running = null;
        }
    }

    private NpgsqlBatch BatchOf(NpgsqlBatchCommand command)
    {
        var batch = connection.CreateBatch();
        if (Before.Text.Length > 0)
            batch.BatchCommands.Add(Before.ToCommand());

        // These two give no rows: what the reader comes upon is the statement's own.
        if (Lender is not null)
            batch.BatchCommands.Add(new NpgsqlBatchCommand("set local role none"));

        batch.BatchCommands.Add(command);
        if (Lender is not null)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"set local role {PostgresRoles.Quote(Lender)}"));

        return batch;
    }
}
