using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>What <c>doctor</c> says about the store.</summary>
internal static class StoreCheck
{
    public static IReadOnlyList<string> Run(Database database, StoreConnection connection)
    {
        var lines = database.Check(connection);
        var plugins = connection.Read($"""
            select plugin, number, name, applied_at,
                (select count(*) from pluginhost_migration each where each.plugin = pluginhost_migration.plugin) as count
            from pluginhost_migration
            where number = (select max(number) from pluginhost_migration each where each.plugin = pluginhost_migration.plugin)
            order by plugin
            """).Map(Describe);
        return [.. lines, .. plugins];
    }

    private static string Describe(IRow row)
    {
        var (count, number, at) = (row.Integer("count"), row.Integer("number"), row.Instant("applied_at"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Text("plugin")}: {(count == 1 ? "1 migration" : $"{count} migrations")}, the last {number:000}_{row.Text("name")} on {at:yyyy-MM-dd}");
    }
}
