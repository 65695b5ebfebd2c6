namespace PluginHost.Benchmarks.Outbox;

/// <summary>A workspace whose profiles are on the network that answers at once.</summary>
internal static class OutboxPlace
{
    /// <summary>As many as the worker sends on at once: it sends one at a time for each.</summary>
    public static IReadOnlyList<string> Profiles { get; } = ["@one", "@two", "@three", "@four"];

    /// <summary>Makes it.</summary>
    /// <param name="temporary">Where.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="batch">How many are claimed at once.</param>
    /// <param name="store">The store's line in the file; empty for SQLite.</param>
    /// <returns>The path of its <c>plugins.yaml</c>.</returns>
    public static string Make(TemporaryFolder temporary, string name, int batch, string store)
    {
        BenchNetwork.Write(temporary.Under(BenchNetwork.Id));
        Directory.CreateDirectory(temporary.Under(name));
        var file = Path.Combine(temporary.Under(name), "plugins.yaml");
        string[] lines =
        [
            "plugins:",
            $"  posting: {{ settings: {{ batch: {batch} }} }}",
            $"  {BenchNetwork.Id}: {{ path: ../{BenchNetwork.Id} }}",
            "profiles:",
            .. Profiles.Select(profile => $"  \"{profile}\": {{ network: {BenchNetwork.Id} }}"),
            .. store.Length > 0 ? [$"store: {store}"] : Array.Empty<string>(),
        ];
        File.WriteAllLines(file, lines);
        return file;
    }
}
