using System.Globalization;
using PluginHost.Sdk;
using SQLitePCL;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>Brings up the host's own tables; their version stands in <c>PRAGMA user_version</c>.</summary>
internal static class SqliteSchema
{
    /// <summary>Brings a database up to what this program knows.</summary>
    /// <exception cref="PluginHostException">A newer program has written it.</exception>
    public static void Prepare(SqliteStoreConnection connection, SqliteFile file, TimeProvider clock, CancellationToken cancel)
    {
        // Before anything is changed: the way in which a newer program keeps its log is not ours to switch.
        var version = VersionOf(connection);
        if (version > HostTables.Version)
            throw HostTables.Newer(file.Path);

        if (file.IsPrivate)
            connection.KeepToItself();
        else
            SwitchToWal(connection, file.Path);

        if (version == HostTables.Version)
            return;

        connection.BeginImmediate(Durability.Full, cancel);
        try
        {
            Upgrade(connection, file, clock);
            connection.Commit();
        }
        catch
        {
            connection.Rollback();
            throw;
        }
    }

    private static void Upgrade(SqliteStoreConnection connection, SqliteFile file, TimeProvider clock)
    {
        // Another process may have been faster.
        var version = VersionOf(connection);
        if (version > HostTables.Version)
            throw HostTables.Newer(file.Path);

        if (version > 0 && version < HostTables.Version)
            SqliteBackup.Make(connection, file, WorkspaceStore.HostName, (int)version + 1, clock.GetUtcNow());

        while (version < HostTables.Version)
        {
            version++;
            foreach (var statement in HostTables.StatementsOf((int)version))
                connection.Execute(statement);

            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={version}"));
        }
    }

    private static long VersionOf(SqliteStoreConnection connection) =>
        connection.Read($"PRAGMA user_version").Map(row => row.Integer("user_version"))[0];

    private static void SwitchToWal(SqliteStoreConnection connection, string path)
    {
        var mode = connection.Read($"PRAGMA journal_mode=wal").Map(row => row.Text("journal_mode"))[0];
        if (mode != "wal")
        {
            throw new PluginHostException(
                $"The workspace's store cannot be shared safely on this file system. Move the workspace to a local disk. ({path})");
        }
    }
}
