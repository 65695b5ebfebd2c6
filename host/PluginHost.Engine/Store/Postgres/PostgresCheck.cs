namespace PluginHost.Engine.Store.Postgres;

/// <summary>What <c>doctor</c> says about the server.</summary>
internal static class PostgresCheck
{
    public static IReadOnlyList<string> Run(StoreConnection connection, string place)
    {
        var (version, fsync) = connection.Read($"select current_setting('server_version') as version, current_setting('fsync') as fsync")
            .Map(row => (row.Text("version"), row.Text("fsync")))[0];
        List<string> lines =
        [
            $"The store answers: {place} (PostgreSQL {version})",
            "Its copies are made by whoever administers the server: PluginHost makes none, and runs each migration in one transaction.",
        ];
        if (fsync != "on")
            lines.Add("The server has fsync switched off: when its power fails, posts may be lost or sent twice. Let its administrator switch it on.");

        return lines;
    }
}
