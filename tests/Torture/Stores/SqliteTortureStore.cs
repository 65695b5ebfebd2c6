using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PluginHost.Torture.Stores;

/// <summary>SQLite, in the workspace's own folder.</summary>
internal sealed class SqliteTortureStore(string workspace) : TortureStore
{
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(workspace, ".pluginhost", "store.db"),
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
        DefaultTimeout = 30,
    }.ToString();

    public override IReadOnlyList<string> Lines => [];

    public override async Task<DbConnection> OpenAsync()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }
}
