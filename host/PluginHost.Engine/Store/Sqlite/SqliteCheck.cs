using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>What <c>doctor</c> says about the file.</summary>
internal static class SqliteCheck
{
    public static IReadOnlyList<string> Run(StoreConnection connection, string path)
    {
        var found = connection.Read($"PRAGMA quick_check(5)").Map(row => row.Text("quick_check"));
        if (found is not ["ok"])
        {
            throw new PluginHostException(
                $"The workspace's store is damaged: {path}. {SqliteBackup.Advice(path)} SQLite found: {string.Join("; ", found)}");
        }

        return [$"The store is sound: {path}"];
    }
}
