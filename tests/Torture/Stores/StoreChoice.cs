using PluginHost.Torture.Processes;

namespace PluginHost.Torture.Stores;

/// <summary>Which store is tortured.</summary>
internal sealed record StoreChoice
{
    private StoreChoice(string name, Func<TemporaryFolder, Task<TortureStore>> make)
    {
        Name = name;
        MakeAsync = make;
    }

    public static StoreChoice Sqlite { get; } = new("sqlite", folder => Task.FromResult<TortureStore>(new SqliteTortureStore(folder.Under("workspace"))));

    public static StoreChoice Postgres { get; } = new("postgres", async folder => await PostgresTortureStore.StartAsync(folder));

    public static IReadOnlyList<StoreChoice> All { get; } = [Sqlite, Postgres];

    public string Name { get; }

    /// <summary>Makes it for a workspace in a folder.</summary>
    public Func<TemporaryFolder, Task<TortureStore>> MakeAsync { get; }
}
