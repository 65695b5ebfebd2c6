using System.Security.Cryptography;
using System.Text;
using PluginHost.Engine.Data;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Reads and writes the files that lie beside a script. A run that is resumed reads them as they were, and writes none twice.</summary>
internal sealed class RunningFiles(RunningGlobals globals, ScriptJournal journal, string folder, ScriptTools tools) : IScriptCsv, IScriptYaml
{
    IReadOnlyList<Record> IScriptCsv.Read(string path) => tools.ParseCsv(Read(path), path);

    Value IScriptYaml.Read(string path) => tools.ParseYaml(Read(path), path);

    Task IScriptCsv.Write(string path, IEnumerable<Record> rows, int line, string file)
    {
        List<Record> all = [.. rows];
        return WriteAsync(path, () => CsvText.Of(all), all.Count, ScriptStep.At("write", file, line));
    }

    Task IScriptCsv.Write(string path, Table table, int line, string file) =>
        WriteAsync(path, () => CsvText.Of([.. table.Columns.Select(column => column.Name)], table.Rows), table.Rows.Count, ScriptStep.At("write", file, line));

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

    // Bytes that are no text are refused, not guessed at: they would end up in a post.
    private string ReadText(string path)
    {
        var full = Path.GetFullPath(path, folder);
        return File.Exists(tools.Rehearsal?.Overlay.ForReading(full) ?? full) || Directory.Exists(full)
            ? FileText.Read(tools.Rehearsal?.NoteRead(full) ?? full, path)
            : throw new PluginHostException($"There is no file \"{path}\" beside the script, in {folder}.{Hint(full)}");
    }

    // The whole file is replaced, so that doing it twice, as after a kill between the file and its entry, changes nothing.
    private async Task WriteAsync(string path, Func<string> write, int rows, string step)
    {
        globals.ThrowIfOver();
        var target = PlaceOf(path);
        try
        {
            var text = write();
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            await journal.DoAsync(step, $"{path}: {rows} rows, SHA-256 {hash}", async _ =>
            {
                await WholeFile.WriteAsync(tools.Rehearsal?.Overlay.ForWriting(target, keeps: false) ?? target, text, globals.Cancel);
                return new Effect { Result = Value.Nothing };
            });
        }
        catch (EncoderFallbackException error)
        {
            throw WholeFile.HalfCharacter(path, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{path} cannot be written: {error.Message}", error);
        }
    }

    // A script that lies outside of the workspace writes beside itself.
    private string PlaceOf(string path)
    {
        var root = ScriptPaths.IsBelow(tools.Root, folder) ? tools.Root : folder;
        return new WorkspacePaths(root).ResolveForWriting(Path.GetRelativePath(root, Path.GetFullPath(path, folder)));
    }
}
