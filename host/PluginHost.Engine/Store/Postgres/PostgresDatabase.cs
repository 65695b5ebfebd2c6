using System.Data.Common;
using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>
/// A PostgreSQL database, which many processes on many machines share. A guest's statement runs in the role of its plugin (<see cref="PostgresRoles"/>),
/// so that the server itself refuses what is not the plugin's.
/// </summary>
/// <remarks>
/// A transaction holds the plugin's advisory lock alone, a single statement shares it: nothing comes between a transaction, and single statements of many
/// processes run side by side. Lock, role and statement travel together, and what travels together is one transaction.
/// </remarks>
internal sealed class PostgresDatabase : Database
{
    private readonly PostgresAddress _address;
    private readonly TimeSpan _patience;
    private readonly NpgsqlDataSource _source;
    private readonly PostgresRoles _roles;
    private volatile bool _isClosed;

    public PostgresDatabase(PostgresAddress address, TimeSpan patience)
    {
        _address = address;
        _patience = patience;
        _source = new NpgsqlSlimDataSourceBuilder(address.ForSessions(patience, "").ConnectionString).EnableTransportSecurity().Build();
        _roles = new PostgresRoles(address);
    }

    public override StoreDialect Dialect => StoreDialect.Postgres;

    public override string Place => _address.Place;

    public override bool Exists => true;

    public override Sql AskTime => $"select cast(extract(epoch from clock_timestamp()) * 1000 as bigint) as now";

    public override Task<TableOwners> OpenAsync(CancellationToken cancel) => UseAsync(
        WorkspaceStore.HostName,
        connection => Task.Run(() => new PostgresSchema(_address).Prepare(connection, cancel), cancel),
        mayRepeat: true,
        cancel);

    public override Task<T> ReadAsync<T>(Caller caller, Func<StoreConnection, T> work, CancellationToken cancel) => UseAsync(
        caller.Plugin,
        connection => Task.Run(() => new PostgresConnection(connection) { Before = PreambleFor(caller) }.Run(work, cancel), cancel),
        mayRepeat: true,
        cancel);

    public override Task<RowSet> ReadAsync(Caller caller, Sql query, CancellationToken cancel) =>
        RunAsync(caller, query, PreambleFor(caller), mayRepeat: true, cancel);

    public override async Task<int> WriteAsync(Caller caller, Durability durability, Sql statement, CancellationToken cancel) =>
        (await WriteReturningAsync(caller, durability, statement, cancel)).Written;

    public override async Task<RowSet> WriteReturningAsync(Caller caller, Durability durability, Sql statement, CancellationToken cancel)
    {
        var preamble = Preamble.ForStatement(RoleOf(caller), durability, caller.Plugin);
        var rows = await RunAsync(caller, statement, preamble, mayRepeat: false, cancel);
        Mark?.Invoke(Marks.CommittedAs(durability));
        return rows;
    }

    public override async Task<WriteTurn> BeginAsync(Caller caller, Durability durability, CancellationToken cancel)
    {
        Mark?.Invoke(Marks.IntoStore);
        try
        {
            return await AgainAsync(caller.Plugin, () => BeginOnceAsync(caller, durability, cancel), mayRepeat: true, cancel);
        }
        catch
        {
            Mark?.Invoke(Marks.OutOfStore);
            throw;
        }
    }

    public override Task<DbConnection> ConnectAsync(Caller caller, Durability durability, CancellationToken cancel) =>
        AgainAsync(caller.Plugin, () => ConnectOnceAsync(caller, durability, cancel), mayRepeat: true, cancel);

    public override MigrationRunner RunnerFor(StoreConnection connection, string plugin) =>
        new PostgresMigrations((PostgresConnection)connection, _roles, plugin);

    public override IReadOnlyList<string> Check(StoreConnection connection) => PostgresCheck.Run(connection, _address.Place);

    public override Task DropConnectionsAsync()
    {
        _source.Clear();
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _isClosed = true;
        return _source.DisposeAsync();
    }

    private Preamble PreambleFor(Caller caller) => caller.Access == Access.Host ? Preamble.None : Preamble.ForReading(_roles.NameOf(caller.Plugin));

    private string RoleOf(Caller caller) => caller.Access == Access.Host ? PostgresRoles.None : _roles.NameOf(caller.Plugin);

    private Task<RowSet> RunAsync(Caller caller, Sql statement, Preamble preamble, bool mayRepeat, CancellationToken cancel)
    {
        if (GuestStatement.Refuse(caller.Plugin, statement.Text) is { } refusal)
            throw new PluginHostException(refusal);

        return UseAsync(
            caller.Plugin,
            async connection =>
            {
                try
                {
                    return await new PostgresConnection(connection) { Before = preamble }.RunAsync(statement, cancel);
                }
                catch (PostgresException error) when (PostgresErrors.Refusal(error, caller, statement.Text) is { } refused)
                {
                    throw refused;
                }
            },
            mayRepeat,
            cancel);
    }

    private async Task<T> UseAsync<T>(string plugin, Func<NpgsqlConnection, Task<T>> work, bool mayRepeat, CancellationToken cancel)
    {
        Mark?.Invoke(Marks.IntoStore);
        try
        {
            return await AgainAsync(
                plugin,
                async () =>
                {
                    await using var connection = await _source.OpenConnectionAsync(cancel);
                    return await work(connection);
                },
                mayRepeat,
                cancel);
        }
        finally
        {
            Mark?.Invoke(Marks.OutOfStore);
        }
    }

    // A connection that was open while the server started anew is noticed only when it is used. What has changed nothing is then done again.
    private async Task<T> AgainAsync<T>(string plugin, Func<Task<T>> work, bool mayRepeat, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            RefuseClosed();
            try
            {
                return await work();
            }
            catch (PostgresException error) when (attempt == 1 && _roles.IsMissing(error, plugin))
            {
                await MakeRoleAsync(plugin, cancel);
            }
            catch (PostgresException error) when (attempt == 1 && PostgresErrors.IsOutdated(error))
            {
                // Refused before it ran: the next connection prepares it anew.
                _source.Clear();
            }
            catch (NpgsqlException error) when (PostgresErrors.IsLost(error))
            {
                _source.Clear();
                if (!mayRepeat || attempt > 1)
                    throw PostgresErrors.Lost(error, _address);
            }
            catch (Exception error) when (PostgresErrors.Explain(error, _address, _patience) is { } explained)
            {
                throw explained;
            }
        }
    }

    private async Task<WriteTurn> BeginOnceAsync(Caller caller, Durability durability, CancellationToken cancel)
    {
        var connection = await _source.OpenConnectionAsync(cancel);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancel);
            var turn = new PostgresTurn(connection, transaction, caller, durability, RoleOf(caller), this);
            await turn.StartAsync(Preamble.ForTransaction(RoleOf(caller), durability, caller.Plugin), cancel);
            return turn;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<DbConnection> ConnectOnceAsync(Caller caller, Durability durability, CancellationToken cancel)
    {
        // The role is that of the session from its start, which RESET ROLE comes back to.
        var options = $"-c role={PostgresRoles.Escape(_roles.NameOf(caller.Plugin))}{(durability == Durability.Relaxed ? " -c synchronous_commit=off" : "")}";
        var settings = _address.ForSessions(_patience, options);
        settings.Pooling = false;

        // What the plugin has prepared on it is the plugin's matter.
        settings.MaxAutoPrepare = 0;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private Task MakeRoleAsync(string plugin, CancellationToken cancel) => UseAsync(
        WorkspaceStore.HostName,
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await Task.Run(() => _roles.Make(new PostgresConnection(connection), plugin), cancel);
            await transaction.CommitAsync(cancel);
            return 0;
        },
        mayRepeat: true,
        cancel);

    /// <summary>What to throw for a fault in an open transaction.</summary>
    public Exception? Explain(Exception error)
    {
        if (PostgresErrors.IsOutdated(error))
        {
            _source.Clear();
            return PostgresErrors.Outdated(error, _address);
        }

        if (!PostgresErrors.IsLost(error))
            return PostgresErrors.Explain(error, _address, _patience);

        _source.Clear();
        return PostgresErrors.Lost(error, _address);
    }

    private void RefuseClosed()
    {
        if (_isClosed)
            throw new PluginHostException($"The workspace's store is closed: the program is ending. ({_address.Place})");
    }
}
