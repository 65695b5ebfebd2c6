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
            """).Map(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Text("plugin")}: {row.Integer("count")} migrations, the last {row.Integer("number"):000}_{row.Text("name")} on {row.Instant("applied_at"):yyyy-MM-dd}"));
        return [$"The store is sound: {path}", .. plugins];
    }
}
