using System.Text;
using PluginHost.Engine.Data;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>One plugin's way to the workspace and its files.</summary>
/// <param name="readCsv">Reads a CSV text; its second argument is the file's name for messages.</param>
/// <param name="readYaml">Reads a YAML text; its second argument is the file's name for messages.</param>
internal sealed class WorkspaceWay(
    Needs needs,
    WorkspaceConfiguration workspace,
    Func<string, string, IReadOnlyList<Record>> readCsv,
    Func<string, string, Value> readYaml) : IWorkspace
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly WorkspacePaths _paths = new(workspace.Root);
    private readonly SemaphoreSlim _appending = new(1, 1);

    /// <summary>What lies over the files in a rehearsal; null: they are the files.</summary>
    public Overlay? Overlay { get; init; }

    public string Name => workspace.Name;

    public TimeZoneInfo Zone => workspace.Zone;

    public string Person => Environment.GetEnvironmentVariable("PLUGINHOST_USER") is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : Environment.UserName;

    public bool Exists(string path) => File.Exists(ForReading(Resolve(path)));

    public Task<string> ReadTextAsync(string path, CancellationToken cancel)
    {
        return OnFileAsync(path, ReadAsync);

        async Task<string> ReadAsync(string file)
        {
            try
            {
                return await File.ReadAllTextAsync(ForReading(file), Utf8, cancel);
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                throw Missing(path, file, error);
            }
            catch (DecoderFallbackException error)
            {
                var line = FileText.LineOfFirstBadByte(await File.ReadAllBytesAsync(ForReading(file), cancel));
                throw new PluginHostException($"{path}({line}): this is no text in UTF-8. Save the file as UTF-8 and try again.", error);
            }
        }
    }

    public Task<Stream> OpenReadAsync(string path, CancellationToken cancel) => OnFileAsync<Stream>(path, file =>
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult<Stream>(new FileStream(ForReading(file), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, useAsync: true));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(path, file, error);
        }
    });

    public Task WriteTextAsync(string path, string text, CancellationToken cancel) => OnWrittenAsync(path, async found =>
    {
        var file = Overlay?.ForWriting(found, keeps: false) ?? found;
        await WholeFile.WriteAsync(file, text, cancel);
        return file;
    });

    public Task AppendTextAsync(string path, string text, CancellationToken cancel) => OnWrittenAsync(path, async found =>
    {
        var file = Overlay?.ForWriting(found, keeps: true) ?? found;
        await _appending.WaitAsync(cancel);
        try
        {
            MakeFolderOf(file);
            await File.AppendAllTextAsync(file, text, Utf8, cancel);
            return file;
        }
        finally
        {
            _appending.Release();
        }
    });

    public async Task<IReadOnlyList<Record>> ReadCsvAsync(string path, CancellationToken cancel) => readCsv(await ReadTextAsync(path, cancel), path);

    public async Task WriteCsvAsync(string path, Table table, CancellationToken cancel)
    {
        try
        {
            await WriteTextAsync(path, CsvText.Of([.. table.Columns.Select(column => column.Name)], table.Rows), cancel);
        }
        catch (EncoderFallbackException error)
        {
            throw WholeFile.HalfCharacter(path, error);
        }
    }

    public Task<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var found = Resolve(folder);
        if (File.Exists(ForReading(found)))
            throw new PluginHostException($"{folder} is a file, not a folder.");

        try
        {
            return Task.FromResult(FolderFiles.Of(found, folder, Overlay));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{folder} cannot be looked through: {error.Message}", error);
        }
    }

    public Task WriteBytesAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel) => OnWrittenAsync(path, async found =>
    {
        var file = Overlay?.ForWriting(found, keeps: false) ?? found;
        await WholeFile.WriteAsync(file, bytes, cancel);
        return file;
    });

    public Task DeleteAsync(string path, CancellationToken cancel) => OnWrittenAsync(path, file =>
    {
        cancel.ThrowIfCancellationRequested();
        if (Overlay is { } overlay)
            overlay.Delete(file);
        else if (File.Exists(file))
            File.Delete(file);

        return Task.FromResult(file);
    });

    // In a rehearsal nothing lies there: what is written is written elsewhere.
    public Task<int> SweepAsync(string folder, TimeSpan age, CancellationToken cancel)
    {
        var found = Resolve(folder);
        try
        {
            return Task.FromResult(Overlay is null ? WholeFile.Sweep(found, TimeProvider.System.GetUtcNow() - age, cancel) : 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{folder} cannot be swept: {error.Message}", error);
        }
    }

    public Value ReadYaml(string text, string name) => readYaml(text, name);

    public async Task<Value> ReadYamlAsync(string path, CancellationToken cancel) => readYaml(await ReadTextAsync(path, cancel), path);

    private string ForReading(string file) => Overlay?.ForReading(file) ?? file;

    private string Resolve(string path)
    {
        needs.Require(Needs.Files);
        return _paths.Resolve(path);
    }

    private string ResolveForWriting(string path)
    {
        needs.Require(Needs.Files);
        return _paths.ResolveForWriting(path);
    }

    private Task<T> OnFileAsync<T>(string path, Func<string, Task<T>> work) => OnFileAsync(path, Resolve, work);

    private Task OnWrittenAsync(string path, Func<string, Task<string>> work) => OnFileAsync(path, ResolveForWriting, work);

    private static async Task<T> OnFileAsync<T>(string path, Func<string, string> resolve, Func<string, Task<T>> work)
    {
        try
        {
            var file = resolve(path);
            return Directory.Exists(file) ? throw new PluginHostException($"{path} is a folder, not a file.") : await work(file);
        }
        catch (EncoderFallbackException error)
        {
            throw WholeFile.HalfCharacter(path, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{path} cannot be used: {error.Message}", error);
        }
    }

    private PluginHostException Missing(string path, string file, Exception error) =>
        new($"There is no {path} in the workspace {workspace.Root}.{Hint(file)}", error);

    private static string MakeFolderOf(string file) => Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;

    private static string Hint(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return Directory.Exists(folder)
            ? Nearest.Hint(Path.GetFileName(file), Directory.EnumerateFiles(folder).Take(1000).Select(path => Path.GetFileName(path)))
            : "";
    }
}
