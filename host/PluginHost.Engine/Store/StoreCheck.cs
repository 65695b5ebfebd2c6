using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>What <c>doctor</c> says about the store.</summary>
internal static class StoreCheck
{
    public static IReadOnlyList<string> Run(StoreConnection connection, string path)
    {
        var found = connection.Read($"PRAGMA quick_check(5)").Map(row => row.Text("quick_check"));
        if (found is not ["ok"])
        {
            throw new PluginHostException(
                $"The workspace's store is damaged: {path}. Restore the file from a copy. SQLite found: {string.Join("; ", found)}");
        }

        var plugins = connection.Read($"""
            select plugin, count(*) as count, max(number) as number, name, max(applied_at) as applied_at
            from pluginhost_migration group by plugin order by plugin
            """).Map(Describe);
        return [$"The store is sound: {path}", .. plugins];
    }

    private static string Describe(IRow row)
    {
        var (count, number, at) = (row.Integer("count"), row.Integer("number"), row.Instant("applied_at"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Text("plugin")}: {(count == 1 ? "1 migration" : $"{count} migrations")}, the last {number:000}_{row.Text("name")} on {at:yyyy-MM-dd}");
    }
}
