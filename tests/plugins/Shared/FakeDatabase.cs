using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace PluginHost.Plugins.Testing;

/// <summary>A workspace's database in memory. Several <see cref="FakeStore"/>s on it are several processes: one writes at a time.</summary>
internal sealed class FakeDatabase : IDisposable
{
    private readonly HashSet<string> _migrated = [];

    public FakeDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        Connection = new SqliteConnection("Data Source=:memory:");
        Connection.Open();
    }

    public SqliteConnection Connection { get; }

    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>The logs of the workspace's streams, by name.</summary>
    public ConcurrentDictionary<string, FakeStreamLog> Streams { get; } = [];

    /// <summary>Runs the scripts that a plugin brings, in order, each once.</summary>
    public void Migrate(Assembly plugin)
    {
        foreach (var name in plugin.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order())
        {
            if (!_migrated.Add(name))
                continue;

            using var script = new StreamReader(plugin.GetManifestResourceStream(name)!);
            using var command = Connection.CreateCommand();
            command.CommandText = "pragma foreign_keys = on;" + script.ReadToEnd();
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Runs a statement past the plugin and gives the first column of every row.</summary>
    public IReadOnlyList<object> Query(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<object>();
        while (reader.Read())
            values.Add(reader.GetValue(0));

        return values;
    }

    public void Dispose()
    {
        // Who was told to stop may be in the middle of a turn, and a connection is not closed under somebody.
        Gate.Wait(TimeSpan.FromSeconds(2));
        Connection.Dispose();
        Gate.Dispose();
    }
}
