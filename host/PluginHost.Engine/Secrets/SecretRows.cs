using PluginHost.Engine.Store;

namespace PluginHost.Engine.Secrets;

/// <summary>The host's own table <c>pluginhost_secret</c>: what is asked of it and written to it, within somebody's transaction.</summary>
internal static class SecretRows
{
    public static SecretRow? Find(StoreConnection connection, string plugin, string name) =>
        connection.Read($"select form, key_id, nonce, closed from pluginhost_secret where plugin = {plugin} and name = {name}").Map(SecretRow.Read) is [var row] ? row : null;

    /// <summary>Writes a secret, where its key is still the workspace's.</summary>
    /// <returns>Whether it is.</returns>
    public static bool Write(StoreConnection connection, string plugin, string name, SecretRow row, DateTimeOffset now)
    {
        if (connection.Read($"select holder from pluginhost_vault_key where key_id = {row.Key}").Rows.Count == 0)
            return false;

        connection.Write($"""
            insert into pluginhost_secret(plugin, name, form, key_id, nonce, closed, written_at)
            values ({plugin}, {name}, {row.Form}, {row.Key}, {row.Closed.Nonce}, {row.Closed.Bytes}, {now})
            on conflict(plugin, name) do update
            set form = excluded.form, key_id = excluded.key_id, nonce = excluded.nonce, closed = excluded.closed, written_at = excluded.written_at
            """);
        return true;
    }

    public static int Forget(StoreConnection connection, string plugin, string name) =>
        connection.Write($"delete from pluginhost_secret where plugin = {plugin} and name = {name}");

    /// <summary>All of them, without what is in them.</summary>
    public static IReadOnlyList<KeptSecret> List(StoreConnection connection) =>
        connection.Read($"select plugin, name, written_at from pluginhost_secret order by plugin, name")
            .Map(row => new KeptSecret(row.Text("plugin"), row.Text("name"), row.Instant("written_at")));

    /// <summary>All of them, as they lie there.</summary>
    public static IReadOnlyList<(KeptSecret Of, SecretRow Row)> All(StoreConnection connection) =>
        connection.Read($"select plugin, name, form, key_id, nonce, closed, written_at from pluginhost_secret order by plugin, name")
            .Map(row => (new KeptSecret(row.Text("plugin"), row.Text("name"), row.Instant("written_at")), SecretRow.Read(row)));
}
