using Microsoft.Data.Sqlite;

namespace PluginHost.Benchmarks.Outbox;

/// <summary>One-row commits on SQLite and nothing else, on the same disk: as fast as anything durable can be.</summary>
internal sealed class BareCommits : IDisposable
{
    private readonly SqliteConnection _connection;

    public BareCommits(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        _connection = new SqliteConnection($"Data Source={file};Pooling=false");
        _connection.Open();
        Run("pragma journal_mode=wal");
        Run("pragma synchronous=full");
        Run("create table bare (id integer primary key, text text not null) strict");
    }

    /// <summary>Commits rows, one at a time.</summary>
    /// <returns>Milliseconds for each.</returns>
    public double Run(int commits)
    {
        using var insert = _connection.CreateCommand();
        insert.CommandText = "insert into bare (text) values ($text)";
        insert.Parameters.AddWithValue("$text", new string('x', 300));
        insert.Prepare();
        var begun = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < commits; i++)
            insert.ExecuteNonQuery();

        return TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds / commits;
    }

    public void Dispose() => _connection.Dispose();

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
