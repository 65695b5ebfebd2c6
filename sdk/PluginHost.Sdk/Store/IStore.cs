using System.Data.Common;

namespace PluginHost.Sdk;

/// <summary>
/// This plugin's own tables, in the workspace's database. They are made by numbered scripts embedded in the plugin's assembly
/// (<c>Migrations/001_outbox.sql</c>), which only add. A table is named after the plugin, with dots as underscores
/// (<c>acme_notes_tag</c>); any other is refused. The host runs the scripts before the plugin is activated.
/// </summary>
/// <remarks>Values travel as parameters: <c>$"select text from posting_post where id = {id}"</c> is safe.</remarks>
public interface IStore
{
    /// <summary>Which database it is. Statements that the two cannot share are few: full-text search, and claiming rows.</summary>
    StoreDialect Dialect { get; }

    /// <summary>
    /// The same tables, written without waiting for the disk. What was committed survives the end of the process, however it comes, but perhaps not a
    /// failure of power. For what can be heard or worked out again; never for what a send depends on. A later write that does wait takes it along.
    /// </summary>
    IStore Relaxed { get; }

    /// <summary>Reads rows.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="query">The query; holes become parameters.</param>
    /// <param name="row">Makes a value of a row. It is called on the plugin's own context.</param>
    /// <param name="cancel">Cancels the query.</param>
    /// <returns>The values, in the query's order.</returns>
    /// <exception cref="PluginHostException">The query touches what is not the plugin's, or the database is busy, damaged or newer than the program.</exception>
    Task<IReadOnlyList<T>> ReadAsync<T>(Sql query, Func<IRow, T> row, CancellationToken cancel);

    /// <summary>Writes, in a transaction of its own. When the task ends, it is on disk.</summary>
    /// <param name="statement">The statement; holes become parameters.</param>
    /// <param name="cancel">Cancels the statement.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="PluginHostException">The statement touches what is not the plugin's, or the database is busy, damaged or newer than the program.</exception>
    Task<int> WriteAsync(Sql statement, CancellationToken cancel);

    /// <summary>Writes, in a transaction of its own, and gives the rows that the statement returns (<c>returning</c>).</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="statement">The statement; holes become parameters.</param>
    /// <param name="row">Makes a value of a row. It is called on the plugin's own context, after the commit.</param>
    /// <param name="cancel">Cancels the statement.</param>
    /// <returns>The values of the rows.</returns>
    /// <exception cref="PluginHostException">The statement touches what is not the plugin's, or the database is busy, damaged or newer than the program.</exception>
    Task<IReadOnlyList<T>> WriteAsync<T>(Sql statement, Func<IRow, T> row, CancellationToken cancel);

    /// <summary>Reads and writes in one transaction, which no other writer can come between. When the task ends, it is on disk, or nothing is.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="work">The work. Where it throws, everything is undone.</param>
    /// <param name="cancel">Cancels the transaction.</param>
    /// <returns>The work's result.</returns>
    /// <exception cref="PluginHostException">A statement touches what is not the plugin's, or the database is busy, damaged or newer than the program.</exception>
    Task<T> TransactAsync<T>(Func<IStoreTransaction, Task<T>> work, CancellationToken cancel);

    /// <summary>
    /// Compares this machine's clock with that of the machine that the database is on, where that is another one. For whoever is about to go by an instant that
    /// another machine may have written: to take a lease, to call another's lease over, to do what is due. It costs nothing while the last look is young.
    /// </summary>
    /// <param name="cancel">Cancels asking the database.</param>
    /// <returns>A task that ends where the two agree well enough.</returns>
    /// <exception cref="PluginHostException">They are more than ten seconds apart. The message says what to do.</exception>
    Task RefuseWrongClockAsync(CancellationToken cancel);

    /// <summary>A connection for what the verbs above cannot do. It is held to the plugin's tables like the rest. The caller disposes it.</summary>
    /// <param name="cancel">Cancels opening.</param>
    /// <returns>An open connection.</returns>
    Task<DbConnection> OpenAsync(CancellationToken cancel);
}
