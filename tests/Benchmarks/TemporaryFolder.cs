namespace PluginHost.Benchmarks;

/// <summary>A folder for the time of a benchmark, outside the repository.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("pluginhost-benchmark-").FullName;

    public string Under(string name) => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
