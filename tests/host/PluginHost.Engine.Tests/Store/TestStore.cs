using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Postgres;
using PluginHost.Engine.Store.Sqlite;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>A store of its own, which goes away with it: a file in a folder, or a database on the tests' PostgreSQL.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<WorkspaceStore> _stores = [];
    private readonly PostgresServer? _server;

    public TestStore()
        : this(StoreDialect.Sqlite)
    {
    }

    public TestStore(StoreDialect dialect)
    {
        Dialect = dialect;
        Path = System.IO.Path.Combine(Root, ".pluginhost", "store.db");
        if (dialect == StoreDialect.Postgres)
        {
            _server = PostgresServer.Get();
            Database = _server.MakeDatabase();
        }

        Store = Another();
    }

    public StoreDialect Dialect { get; }

    public string Root => _folder.Path;

    /// <summary>The file, on SQLite.</summary>
    public string Path { get; }

    /// <summary>The database, on PostgreSQL.</summary>
    public string Database { get; } = "";

    public PostgresServer Server => _server ?? throw new InvalidOperationException("The store is a file.");

    public WorkspaceStore Store { get; }

    public FixedClock Clock { get; } = new();

    public string Place => Dialect == StoreDialect.Sqlite ? Path : PostgresAddress.Parse(Server.AddressOf(Database)).Place;

    /// <summary>A second store on the same database, as another process would have.</summary>
    public WorkspaceStore Another(double patience = 10) => Dialect == StoreDialect.Sqlite
        ? Kept(new SqliteDatabase(Path, Clock, TimeSpan.FromSeconds(patience)))
        : At(Server.AddressOf(Database), patience);

    /// <summary>The store of a rehearsal, on the same file.</summary>
    public WorkspaceStore Private() => Kept(new SqliteDatabase(Path, Clock, TimeSpan.FromSeconds(10), isPrivate: true));

    /// <summary>A store at another address.</summary>
    public WorkspaceStore At(string address, double patience = 10) =>
        Kept(new PostgresDatabase(PostgresAddress.Parse(address), TimeSpan.FromSeconds(patience)));

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

        _server?.DropDatabase(Database);
        _folder.Dispose();
    }

    private WorkspaceStore Kept(Database database)
    {
        var store = new WorkspaceStore(database, Clock);
        _stores.Add(store);
        return store;
    }
}
