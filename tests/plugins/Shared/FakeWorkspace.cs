using System.Text;
using PluginHost.Engine.Data;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Plugins.Testing;

/// <summary>A workspace without files but those that a test gives. Two that are given the same ones are two processes on one folder.</summary>
internal sealed class FakeWorkspace : IWorkspace
{
    public Dictionary<string, Value> Yaml { get; } = [];

    public Dictionary<string, byte[]> Files { get; init; } = [];

    public string Name => "workspace";

    public string Person { get; set; } = "kari";

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public bool Exists(string path) => Yaml.ContainsKey(path) || Files.ContainsKey(path);

    public Task<string> ReadTextAsync(string path, CancellationToken cancel) => Files.TryGetValue(path, out var bytes)
        ? Task.FromResult(Encoding.UTF8.GetString(bytes))
        : throw new PluginHostException($"There is no file {path} in the workspace.");

    public Task<Stream> OpenReadAsync(string path, CancellationToken cancel) => Files.TryGetValue(path, out var bytes)
        ? Task.FromResult<Stream>(new MemoryStream(bytes))
        : throw new PluginHostException($"There is no file {path} in the workspace.");

    public Task WriteTextAsync(string path, string text, CancellationToken cancel)
    {
        Files[path] = Encoding.UTF8.GetBytes(text);
        return Task.CompletedTask;
    }

    public Task AppendTextAsync(string path, string text, CancellationToken cancel) => throw new NotSupportedException();

    public async Task<IReadOnlyList<Record>> ReadCsvAsync(string path, CancellationToken cancel) => CsvFile.Parse(await ReadTextAsync(path, cancel), path);

    public Task WriteCsvAsync(string path, Table table, CancellationToken cancel) =>
        WriteTextAsync(path, CsvText.Of([.. table.Columns.Select(column => column.Name)], table.Rows), cancel);

    public Task<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>(
        [.. Files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]);

    public Task WriteBytesAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        Files[path] = bytes.ToArray();
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string path, CancellationToken cancel)
    {
        Files.Remove(path);
        return Task.CompletedTask;
    }

    /// <summary>The folders in which interrupted writes were looked for.</summary>
    public List<string> Swept { get; } = [];

    public Task<int> SweepAsync(string folder, TimeSpan age, CancellationToken cancel)
    {
        Swept.Add(folder);
        return Task.FromResult(0);
    }

    public Value ReadYaml(string text, string name) => YamlFile.Parse(text, name);

    public async Task<Value> ReadYamlAsync(string path, CancellationToken cancel) =>
        Yaml.TryGetValue(path, out var value) ? value : YamlFile.Parse(await ReadTextAsync(path, cancel), path);
}
