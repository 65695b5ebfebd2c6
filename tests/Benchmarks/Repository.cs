namespace PluginHost.Benchmarks;

/// <summary>Where the sources are, from which the benchmarks build what they start.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "PluginHost.sln")))
                return folder;
        }

        throw new BenchmarkException(
            $"PluginHost.sln is in no folder above {AppContext.BaseDirectory}. Run the benchmarks from a clone: "
            + "dotnet run -c Release --project tests/Benchmarks.");
    }
}
