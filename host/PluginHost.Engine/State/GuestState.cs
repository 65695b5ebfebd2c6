using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.State;

/// <summary>
/// The state of one plugin. Records are taken apart and made on the caller's context, since a plugin's properties are its code; only texts go to and
/// come from the store. What is known of a type lasts for one call, so that nothing here outlives the plugin.
/// </summary>
internal sealed class GuestState(WorkspaceStore store, string plugin) : IState, IDisposable
{
    private volatile bool _isClosed;

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string key, CancellationToken cancel)
        where T : class
    {
        RefuseClosed();
        var shapes = new StateShapes();
        var shape = shapes.Of(typeof(T));
        var rows = await store.ReadAsync(
            WorkspaceStore.HostName,
            Access.Host,
            connection => connection.Read($"select version, json from pluginhost_state where plugin = {plugin} and key = {key} order by seq"),
            cancel);

        RefuseClosed();
        var reader = new StateReader(shapes, $"{plugin}: the state \"{key}\"");
        return rows.Map(row => (T)reader.Read(row.Text("json"), row.Integer("version"), shape));
    }

    public async Task AppendAsync<T>(string key, T item, CancellationToken cancel)
        where T : class
    {
        RefuseClosed();
        var shapes = new StateShapes();
        var shape = shapes.Of(typeof(T));
        var json = StateWriter.Write(item, shape, shapes);
        await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => Append(connection, key, shape.Version, json), cancel);
    }

    public async Task ReplaceAsync<T>(string key, IReadOnlyList<T> items, CancellationToken cancel)
        where T : class
    {
        RefuseClosed();
        var shapes = new StateShapes();
        var shape = shapes.Of(typeof(T));
        var texts = items.Select(item => StateWriter.Write(item, shape, shapes)).ToList();
        await store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => Replace(connection, key, shape.Version, texts), cancel);
    }

    public void Dispose() => _isClosed = true;

    private int Append(StoreConnection connection, string key, int version, string json) => connection.Write($"""
        insert into pluginhost_state(plugin, key, seq, version, json)
        select {plugin}, {key}, coalesce(max(seq), 0) + 1, {version}, {json} from pluginhost_state where plugin = {plugin} and key = {key}
        """);

    private int Replace(StoreConnection connection, string key, int version, List<string> texts)
    {
        connection.Write($"delete from pluginhost_state where plugin = {plugin} and key = {key}");
        for (var i = 0; i < texts.Count; i++)
        {
            connection.Write($"""
                insert into pluginhost_state(plugin, key, seq, version, json) values ({plugin}, {key}, {i + 1}, {version}, {texts[i]})
                """);
        }

        return texts.Count;
    }

    private void RefuseClosed()
    {
        if (_isClosed)
            throw new PluginHostException($"{plugin} uses its state after it was unloaded. Nothing was written.");
    }
}
