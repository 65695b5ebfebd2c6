using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Reads the files that lie beside a script. A run that is resumed reads them as they were.</summary>
internal sealed class RunningFiles(
    RunningGlobals globals,
    ScriptJournal journal,
    string folder,
    Func<string, string, IReadOnlyList<Record>> parseCsv,
    Func<string, string, Value> parseYaml,
    Func<string, string> locate) : IScriptCsv, IScriptYaml
{
    IReadOnlyList<Record> IScriptCsv.Read(string path) => parseCsv(Read(path), path);

    Value IScriptYaml.Read(string path) => parseYaml(Read(path), path);

    // The text is kept, not what it holds: messages that name a line stay what they were.
    private string Read(string path)
    {
        globals.ThrowIfOver();
        return journal.Read($"file: {path}", () => ReadText(path)).ToString();
    }

    private static string Hint(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Directory.Exists(folder)
            ? Nearest.Hint(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)))
            : "";
    }

    private string ReadText(string path)
    {
        var full = Path.GetFullPath(path, folder);
        try
        {
            return File.ReadAllText(locate(full));
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
