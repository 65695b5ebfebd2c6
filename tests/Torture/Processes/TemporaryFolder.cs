namespace PluginHost.Torture.Processes;

/// <summary>A folder for the time of a torture, outside the repository. It stays where the torture failed, for whoever wants to know why.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pluginhost-torture-").FullName;

    public bool Keep { get; set; }

    public string Under(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (!Keep)
            Directory.Delete(Path, recursive: true);
    }
}
