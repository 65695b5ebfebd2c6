using Microsoft.Data.Sqlite;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>Where the database is and how its connections are opened.</summary>
internal sealed record SqliteFile
{
    /// <summary>The full path of the database.</summary>
    public required string Path { get; init; }

    /// <summary>How long to wait for another process that writes.</summary>
    public required TimeSpan Patience { get; init; }

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
    public static string Synchronous(Durability durability) => durability == Durability.Full ? "full" : "normal";

    /// <summary>Sets up an opened connection.</summary>
    public void SetUp(SqliteConnection connection, Durability durability)
    {
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"PRAGMA busy_timeout={(int)Patience.TotalMilliseconds}; PRAGMA synchronous={Synchronous(durability)}; PRAGMA temp_store=memory;");
        command.ExecuteNonQuery();
    }
}
