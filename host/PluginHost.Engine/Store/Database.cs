using System.Data.Common;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// What the two databases do each in its own way. Who may use the store, and which migrations are due, is the <see cref="WorkspaceStore"/>'s
/// matter; which tables a statement may touch, the database decides.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    public abstract StoreDialect Dialect { get; }

    /// <summary>Where it is, as messages say it. No password.</summary>
    public abstract string Place { get; }

    /// <summary>Told of every way in and out, and of every commit; null where nobody measures.</summary>
    public Action<string>? Mark { get; set; }

    /// <summary>Whether there is a store. Asking makes none.</summary>
    public abstract bool Exists { get; }

    /// <summary>Opens it, made or brought up to what this program knows.</summary>
    /// <returns>Whose tables it holds.</returns>
    /// <exception cref="PluginHostException">It cannot be opened, or a newer program has written it.</exception>
    public abstract Task<TableOwners> OpenAsync(CancellationToken cancel);

    /// <summary>Reads, outside a transaction.</summary>
    public abstract Task<T> ReadAsync<T>(Caller caller, Func<StoreConnection, T> work, CancellationToken cancel);

    /// <summary>Reads with one statement.</summary>
    public virtual Task<RowSet> ReadAsync(Caller caller, Sql query, CancellationToken cancel) =>
        ReadAsync(caller, connection => connection.Read(query), cancel);

    /// <summary>Writes with one statement, in a transaction of its own.</summary>
    public abstract Task<int> WriteAsync(Caller caller, Durability durability, Sql statement, CancellationToken cancel);

    /// <summary>Writes with one statement, in a transaction of its own, for the rows that it returns.</summary>
    public abstract Task<RowSet> WriteReturningAsync(Caller caller, Durability durability, Sql statement, CancellationToken cancel);

    /// <summary>Writes with work that runs on the pool, in a transaction of its own.</summary>
    public virtual async Task<T> WriteAsync<T>(Caller caller, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel)
    {
        await using var turn = await BeginAsync(caller, durability, cancel);
        var result = await turn.RunAsync(work, cancel);
        await turn.CommitAsync();
        return result;
    }

    /// <summary>Begins a transaction, which no other of the same name can come between.</summary>
    public abstract Task<WriteTurn> BeginAsync(Caller caller, Durability durability, CancellationToken cancel);

    /// <summary>A connection that is the plugin's own until it is disposed.</summary>
    public abstract Task<DbConnection> ConnectAsync(Caller caller, Durability durability, CancellationToken cancel);

    /// <summary>Runs migrations on a connection that <see cref="BeginAsync"/> gave to the host.</summary>
    public abstract MigrationRunner RunnerFor(StoreConnection connection, string plugin);

    /// <summary>Asks for the time, as <c>now</c>, of the machine that the database is on; null where that is this machine.</summary>
    public virtual Sql? AskTime => null;

    /// <summary>Looks the database over, and says in lines what is there.</summary>
    public abstract IReadOnlyList<string> Check(StoreConnection connection);

    /// <summary>Closes the connections that nobody is using; the next use opens new ones.</summary>
    public abstract Task DropConnectionsAsync();

    public abstract ValueTask DisposeAsync();
}
