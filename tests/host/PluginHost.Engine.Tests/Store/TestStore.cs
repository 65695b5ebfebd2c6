using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>A store in a folder of its own, which goes away with it.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pluginhost-store-").FullName;
    private readonly List<WorkspaceStore> _stores = [];

    public TestStore()
    {
        Path = System.IO.Path.Combine(_root, ".pluginhost", "store.db");
        Store = Another();
    }

    public string Root => _root;

    public string Path { get; }

    public WorkspaceStore Store { get; }

    public FixedClock Clock { get; } = new();

    /// <summary>A second store on the same file, as another process would have.</summary>
    public WorkspaceStore Another(double patience = 10)
    {
        var store = new WorkspaceStore(Path, Clock, TimeSpan.FromSeconds(patience));
        _stores.Add(store);
        return store;
    }

    /// <summary>Gives a plugin a table with the columns <c>id</c> and <c>text</c>.</summary>
    public async Task<PluginStore> WithTableAsync(string plugin, string table)
    {
        await Store.MigrateAsync(plugin, [First($"create table {table}(id integer primary key, text text)")], CancellationToken.None);
        return Store.For(plugin);
    }

    public static Migration First(string sql) => Numbered(1, "first", sql);

    public static Migration Numbered(int number, string name, string sql) => new() { Number = number, Name = name, Sql = sql };

    public static Task<IReadOnlyList<string>> TextsOf(IStore store, string table) =>
        store.ReadAsync(Raw($"select text from {table} order by id"), row => row.Text("text"), CancellationToken.None);

    /// <summary>A statement whose table names are made up by the test.</summary>
    public static Sql Raw(string text)
    {
        var sql = new Sql(text.Length, 0);
        sql.AppendLiteral(text);
        return sql;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();

        Directory.Delete(_root, recursive: true);
    }
}
