using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>Where the database is and how its connections are opened.</summary>
internal sealed record SqliteFile
{
    // SQLITE_DBCONFIG_ENABLE_QPSG, which the binding has no name for.
    private const int PlanStability = 1007;

    // 64 MB of cache.
    private const string Alone = "PRAGMA cache_size=-65536;";

    /// <summary>The full path of the database.</summary>
    public required string Path { get; init; }

    /// <summary>How long to wait for another process that writes.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>
    /// Whether it is one rehearsal's alone: what is asked for is done where it is asked for, in the order of asking, by one connection, and nothing waits for the disk.
    /// </summary>
    public bool IsPrivate { get; init; }

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Pooling = false,
        ForeignKeys = true,
        // Microsoft.Data.Sqlite tries busy statements again by itself until then; 0 would mean for ever.
        DefaultTimeout = Math.Max(1, (int)Math.Ceiling(Patience.TotalSeconds)),
    }.ToString();

    /// <summary>Makes the folder, and keeps it out of version control.</summary>
    public void MakeFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        Directory.CreateDirectory(folder);
        var ignore = System.IO.Path.Combine(folder, ".gitignore");
        if (!File.Exists(ignore))
            File.WriteAllText(ignore, "*\n");
    }

    /// <summary>What SQLite calls it.</summary>
    public string Synchronous(Durability durability) => IsPrivate ? "off" : durability == Durability.Full ? "full" : "normal";

    /// <summary>Does what may block: on the pool, or here.</summary>
    public Task<T> DoAsync<T>(Func<T> work, CancellationToken cancel)
    {
        if (!IsPrivate)
            return Task.Run(work, cancel);

        try
        {
            cancel.ThrowIfCancellationRequested();
            return Task.FromResult(work());
        }
        catch (OperationCanceledException error)
        {
            return Task.FromCanceled<T>(error.CancellationToken.IsCancellationRequested ? error.CancellationToken : new CancellationToken(canceled: true));
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }

    /// <summary>Sets up an opened connection.</summary>
    public void SetUp(SqliteConnection connection, Durability durability)
    {
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"PRAGMA busy_timeout={(int)Patience.TotalMilliseconds}; PRAGMA synchronous={Synchronous(durability)}; PRAGMA temp_store=memory; {(IsPrivate ? Alone : "")}");
        command.ExecuteNonQuery();

        // A statement is planned once, whatever is bound to it. Without this, SQLite plans one with a LIMIT anew each time its value is bound, which takes ten times as long as
        // running it. The price: a value that is bound never tells that a partial index will do; its condition has to stand in the statement.
        _ = raw.sqlite3_db_config(connection.Handle!, PlanStability, 1, out _);
    }
}
