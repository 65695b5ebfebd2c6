using System.Data.Common;
using System.Globalization;
using Npgsql;
using PluginHost.Torture.Processes;

namespace PluginHost.Torture.Stores;

/// <summary>PostgreSQL, on a server of its own.</summary>
internal sealed class PostgresTortureStore(PostgresServer server) : TortureStore
{
    public override IReadOnlyList<string> Lines =>
        [string.Create(CultureInfo.InvariantCulture, $"store: postgresql://{PostgresServer.User}@127.0.0.1:{server.Port}/postgres")];

    public static PostgresTortureStore Start(TemporaryFolder folder) => new(PostgresServer.Start(folder));

    public override async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Username = PostgresServer.User,
            Database = "postgres",
            SearchPath = "pluginhost",
        }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public override void Dispose() => server.Dispose();
}
