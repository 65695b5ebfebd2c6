using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Reads the files that lie beside a script.</summary>
internal sealed class RunningFiles(
    RunningGlobals globals,
    string folder,
    Func<string, string, IReadOnlyList<Record>> parseCsv,
    Func<string, string, Value> parseYaml) : IScriptCsv, IScriptYaml
{
    IReadOnlyList<Record> IScriptCsv.Read(string path) => parseCsv(ReadText(path), path);

    Value IScriptYaml.Read(string path) => parseYaml(ReadText(path), path);

    private static string Hint(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Directory.Exists(folder)
            ? Nearest.Hint(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)))
            : "";
    }

    private string ReadText(string path)
    {
        globals.ThrowIfOver();
        var full = Path.GetFullPath(path, folder);
        try
        {
            return File.ReadAllText(full);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PluginHostException($"There is no file \"{path}\" beside the script, in {folder}.{Hint(full)}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"\"{path}\" cannot be read: {exception.Message}", exception);
        }
    }
}
