namespace PluginHost.Engine.Scripting;

/// <summary>
/// What was entered into the REPL of a workspace, over sessions: the last entries, in a file that its owner alone can read. A line that begins with a blank is
/// not kept, for what is nobody else's business.
/// </summary>
public sealed class ReplHistory
{
    /// <summary>How many entries are kept.</summary>
    public const int Most = 1_000;

    private readonly string _file;
    private List<string> _entries;

    private ReplHistory(string file, List<string> entries)
    {
        _file = file;
        _entries = entries;
    }

    /// <summary>The entries, oldest first.</summary>
    public IReadOnlyList<string> Entries => _entries;

    /// <summary>Opens the history of a workspace. One that cannot be read is empty.</summary>
    /// <param name="folder">The folder of all histories.</param>
    /// <param name="workspace">The workspace's folder.</param>
    public static ReplHistory Open(string folder, string workspace)
    {
        var file = Path.Combine(folder, ScriptKey.NameOf(workspace) + ".repl");
        return new ReplHistory(file, Read(file));
    }

    /// <summary>Keeps an entry. Where it cannot be written, it is known until the program ends.</summary>
    public void Add(string entry)
    {
        if (string.IsNullOrWhiteSpace(entry) || entry[0] == ' ' || (_entries.Count > 0 && _entries[^1] == entry))
            return;

        try
        {
            // Another session may have added something.
            var entries = Read(_file) is { Count: > 0 } known ? known : _entries;
            entries.Add(entry);
            _entries = entries.Count > Most ? entries[^Most..] : entries;
            Write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A history is a convenience: nothing of the work depends on it.
        }
    }

    private void Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var temporary = $"{_file}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var writer = new StreamWriter(temporary, options))
        {
            foreach (var entry in _entries)
                writer.Write(entry.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings("\\n") + "\n");
        }

        File.Move(temporary, _file, overwrite: true);
    }

    private static List<string> Read(string file)
    {
        try
        {
            return File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Unescape)] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Unescape(string line)
    {
        var text = new System.Text.StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length)
                text.Append(line[++i] == 'n' ? '\n' : line[i]);
            else
                text.Append(line[i]);
        }

        return text.ToString();
    }
}
