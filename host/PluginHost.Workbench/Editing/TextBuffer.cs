using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Editing;

/// <summary>A text of several lines that is edited, with what can be undone. Lines are split at any line ending, and joined with <c>\n</c>.</summary>
internal sealed class TextBuffer
{
    private const int MostUndo = 1_000;
    private readonly List<string> _lines = [""];
    private readonly List<TextChange> _done = [];
    private readonly Stack<TextChange> _undone = [];

    public int Count => _lines.Count;

    public string this[int line] => _lines[line];

    public TextPlace End => new(_lines.Count - 1, _lines[^1].Length);

    public override string ToString() => string.Join('\n', _lines);

    /// <summary>Sets the whole text. Nothing before it can be undone.</summary>
    public void Set(string text)
    {
        _done.Clear();
        _undone.Clear();
        _lines.Clear();
        _lines.AddRange(text.ReplaceLineEndings("\n").Split('\n'));
    }

    /// <summary>Makes the whole text another one, so that it can be undone.</summary>
    /// <returns>The place behind what was put in; null where it is the same text.</returns>
    public TextPlace? Become(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var before = ToString();
        if (before == text)
            return null;

        var (start, end, put) = TextDifference.Between(before, text);
        return Replace(TextPlace.In(before, start), TextPlace.In(before, end), put);
    }

    /// <summary>Replaces a part.</summary>
    /// <returns>The place behind what was put in.</returns>
    public TextPlace Replace(TextPlace start, TextPlace end, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var change = new TextChange(start, Slice(start, end), text);
        _undone.Clear();
        Remember(change);
        return Apply(start, end, text);
    }

    /// <summary>Takes back the last change.</summary>
    /// <returns>The place behind what it brought back; null where there is nothing to undo.</returns>
    public TextPlace? Undo()
    {
        if (_done.Count == 0)
            return null;

        var change = _done[^1];
        _done.RemoveAt(_done.Count - 1);
        _undone.Push(change);
        return Apply(change.Start, Behind(change.Start, change.After), change.Before);
    }

    /// <summary>Does again what was undone last.</summary>
    /// <returns>The place behind it; null where there is nothing to do again.</returns>
    public TextPlace? Redo()
    {
        if (!_undone.TryPop(out var change))
            return null;

        _done.Add(change);
        return Apply(change.Start, Behind(change.Start, change.Before), change.After);
    }

    public string Slice(TextPlace start, TextPlace end) => start.Line == end.Line
        ? _lines[start.Line][start.Column..end.Column]
        : string.Join('\n', (string[])[_lines[start.Line][start.Column..], .. _lines[(start.Line + 1)..end.Line], _lines[end.Line][..end.Column]]);

    // Letters typed one after the other are undone together, up to the next space.
    private void Remember(TextChange change)
    {
        if (_done.Count > 0 && change.Before.Length == 0 && change.After.Length > 0 && !char.IsWhiteSpace(change.After[0])
            && _done[^1] is { Before.Length: 0 } last && Behind(last.Start, last.After) == change.Start && !last.After.EndsWith('\n'))
        {
            _done[^1] = last with { After = last.After + change.After };
            return;
        }

        if (_done.Count == MostUndo)
            _done.RemoveAt(0);

        _done.Add(change);
    }

    private TextPlace Apply(TextPlace start, TextPlace end, string text)
    {
        var before = _lines[start.Line][..start.Column];
        var after = _lines[end.Line][end.Column..];
        var lines = text.Split('\n');
        var behind = Behind(start, text);
        lines[0] = before + lines[0];
        lines[^1] += after;
        _lines.RemoveRange(start.Line, end.Line - start.Line + 1);
        _lines.InsertRange(start.Line, lines);
        return behind;
    }

    private static TextPlace Behind(TextPlace start, string text)
    {
        var breaks = text.AsSpan().Count('\n');
        return breaks == 0
            ? new TextPlace(start.Line, start.Column + text.Length)
            : new TextPlace(start.Line + breaks, text.Length - text.LastIndexOf('\n') - 1);
    }
}
