using System.Globalization;
using System.Text;
using PluginHost.Engine.Packages.Locking;

namespace PluginHost.Engine.Packages.Installed;

/// <summary>
/// Remembers which folders were hashed and found right, with the lengths and times that their files had, so that a start need not hash them. Torn or foreign, it is as good as none.
/// </summary>
internal sealed class SeenFiles
{
    private readonly string _file;
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    private bool _changed;

    public SeenFiles(string file)
    {
        _file = file;
        try
        {
            foreach (var line in File.Exists(file) ? File.ReadAllLines(file) : [])
            {
                if (line.Split(' ', 2) is [var mark, { Length: > 0 } folder])
                    _seen[folder] = mark;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _seen.Clear();
        }
    }

    /// <summary>The lengths and times of a folder's files, as one text.</summary>
    public static string StampOf(string folder)
    {
        var text = new StringBuilder();
        foreach (var path in FileList.PathsIn(folder))
        {
            var file = new FileInfo(Path.Combine(folder, path));
            text.Append(CultureInfo.InvariantCulture, $"{path} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
        }

        return text.ToString();
    }

    public bool Knows(string folder, string files, string stamp) => _seen.TryGetValue(folder, out var mark) && mark == MarkOf(files, stamp);

    public void Note(string folder, string files, string stamp)
    {
        _seen[folder] = MarkOf(files, stamp);
        _changed = true;
    }

    public void Save()
    {
        if (!_changed)
            return;

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            var draft = $"{_file}.{Environment.ProcessId}";
            File.WriteAllLines(draft, _seen.Where(pair => Directory.Exists(pair.Key)).Select(pair => $"{pair.Value} {pair.Key}"));
            File.Move(draft, _file, overwrite: true);
            _changed = false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            SaveProblem = error.Message;
        }
    }

    /// <summary>Why it could not be written; null where it could.</summary>
    public string? SaveProblem { get; private set; }

    private static string MarkOf(string files, string stamp) => Sha512Text.Of(Encoding.UTF8.GetBytes($"{files}\n{stamp}"));
}
