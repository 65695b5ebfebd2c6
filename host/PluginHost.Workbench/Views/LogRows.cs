using System.Globalization;
using PluginHost.Sdk;
using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views;

/// <summary>The lines of one snapshot of a log, with their keys and what is drawn of those that are looked at.</summary>
internal sealed class LogRows(IReadOnlyList<LogLine> lines)
{
    private const int MostTwins = 64;
    private readonly string?[] _keys = new string?[lines.Count];
    private readonly Line?[] _drawn = new Line?[lines.Count];

    public static LogRows None { get; } = new([]);

    public int Count => lines.Count;

    public LogLine Line(int row) => lines[row];

    /// <summary>Time and text, and which one of them where several were written at once.</summary>
    public string Key(int row)
    {
        if (_keys[row] is { } known)
            return known;

        var line = lines[row];
        var twins = 0;
        for (var before = row - 1; before >= Math.Max(0, row - MostTwins) && lines[before].At == line.At; before--)
        {
            if (lines[before].Text == line.Text)
                twins++;
        }

        return _keys[row] = string.Create(CultureInfo.InvariantCulture, $"{line.At.UtcTicks}/{twins}/{line.Text}");
    }

    public Line Drawn(int row) => _drawn[row] ??= new Line(lines[row].Text.ReplaceLineEndings(" "), lines[row].Severity switch
    {
        Severity.Error => Role.Bad,
        Severity.Warning => Role.Warning,
        _ => Signs.RoleOf(lines[row].Text),
    });

    public int[] Find(Search search)
    {
        var found = new List<int>(lines.Count);
        for (var row = 0; row < lines.Count; row++)
        {
            if (search.Finds(lines[row].Text))
                found.Add(row);
        }

        return [.. found];
    }

    /// <summary>How many lines stand behind the one with this key; all where it has gone.</summary>
    public int CountAfter(string? key)
    {
        for (var row = lines.Count - 1; row >= 0; row--)
        {
            if (Key(row) == key)
                return lines.Count - 1 - row;
        }

        return lines.Count;
    }
}
