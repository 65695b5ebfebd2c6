using PluginHost.Torture.Processes;

namespace PluginHost.Torture.Stores;

/// <summary>Which store is tortured.</summary>
internal sealed record StoreChoice
{
    private StoreChoice(string name, Func<TemporaryFolder, TortureStore> make)
    {
        Name = name;
        Make = make;
    }

    public static StoreChoice Sqlite { get; } = new("sqlite", folder => new SqliteTortureStore(folder.Under("workspace")));

    public static StoreChoice Postgres { get; } = new("postgres", PostgresTortureStore.Start);

    public static IReadOnlyList<StoreChoice> All { get; } = [Sqlite, Postgres];

    public string Name { get; }

    /// <summary>Makes it for a workspace in a folder.</summary>
    public Func<TemporaryFolder, TortureStore> Make { get; }
}
