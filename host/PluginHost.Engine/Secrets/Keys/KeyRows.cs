using PluginHost.Engine.Store;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The host's own table <c>pluginhost_vault_key</c>, within somebody's transaction. All its rows are of one key.</summary>
internal static class KeyRows
{
    public static IReadOnlyList<KeyRow> Read(StoreConnection connection) => connection
        .Read($"select holder, key_id, kind, label, salt, iterations, nonce, closed, made_at from pluginhost_vault_key order by made_at, holder")
        .Map(KeyRow.Read);

    public static int Add(StoreConnection connection, KeyRow row) => connection.Write($"""
        insert into pluginhost_vault_key(holder, key_id, kind, label, salt, iterations, nonce, closed, made_at)
        values ({row.Holder}, {row.Key}, {row.Kind}, {row.Label}, {row.Salt}, {row.Iterations}, {row.Closed.Nonce}, {row.Closed.Bytes}, {row.MadeAt})
        """);

    /// <summary>Takes out all places of a kind.</summary>
    public static int RemoveKind(StoreConnection connection, string kind) => connection.Write($"delete from pluginhost_vault_key where kind = {kind}");

    public static int RemoveAll(StoreConnection connection) => connection.Write($"delete from pluginhost_vault_key");
}
