using System.Text;

namespace PluginHost.Terminal;

/// <summary>
/// Text that is edited, line by line. Its line ends stay as they were. It remembers what was done, and several editors may show it. It belongs to the
/// screen's thread. A keystroke costs as much as its own line, and moves as many references as there are lines behind it: some 0.1 ms of 100,000.
/// </summary>
public sealed partial class TextDocument
{
    private readonly List<DocumentLine> _lines;

    /// <summary>Makes an empty one.</summary>
    public TextDocument()
        : this("")
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="text">The text.</param>
    public TextDocument(string text)
    {
        _lines = LineReader.Read(LineReader.Normal(text));
        NewLine = _lines[0].End.Length > 0 ? _lines[0].End : LineReader.Feed;
    }

    /// <summary>Called after each change.</summary>
    public event Action<TextEdit>? Edited;

    /// <summary>How many lines there are; at least one.</summary>
    public int LineCount => _lines.Count;

    /// <summary>Grows with each change, those that take back others included.</summary>
    public long Version { get; private set; }

    /// <summary>What ends a line that is added: as the first line of the text ended.</summary>
    public string NewLine { get; }

    /// <summary>Where it ends.</summary>
    public TextPlace End => new(_lines.Count - 1, _lines[^1].Text.Length);

    /// <summary>The whole text, put together anew.</summary>
    public string Text => TextOf(new TextRange(default, End));

    /// <summary>A line without its end.</summary>
    /// <param name="line">Its place, from 0.</param>
    public string Line(int line) => _lines[line].Text;

    /// <summary>A part of the text, with its line ends.</summary>
    /// <param name="range">The part.</param>
    public string TextOf(TextRange range)
    {
        var (start, end) = (Nearest(range.Start), Nearest(range.End));
        if (start.Line == end.Line)
            return Line(start.Line)[start.Column..end.Column];

        var text = new StringBuilder().Append(Line(start.Line), start.Column, Line(start.Line).Length - start.Column).Append(_lines[start.Line].End);
        for (var line = start.Line + 1; line < end.Line; line++)
            text.Append(Line(line)).Append(_lines[line].End);

        return text.Append(Line(end.Line), 0, end.Column).ToString();
    }

    /// <summary>The nearest place that there is.</summary>
    /// <param name="place">A place that may lie outside.</param>
    public TextPlace Nearest(TextPlace place)
    {
        if (place.Line < 0)
            return default;

        return place.Line >= LineCount ? End : place with { Column = Math.Clamp(place.Column, 0, Line(place.Line).Length) };
    }

    private TextEdit Apply(TextRange range, string text)
    {
        var edit = new TextEdit(range.Start, TextOf(range), text);
        Apply(edit);
        return edit;
    }

    private void Apply(TextEdit edit)
    {
        var (start, end) = (edit.Start, edit.RemovedEnd);
        var lines = LineReader.Read(edit.Inserted);
        var head = Line(start.Line).AsSpan(0, start.Column);
        var tail = _lines[end.Line];
        var last = lines[^1].Text;
        lines[^1] = new DocumentLine(string.Concat(lines.Count == 1 ? head : [], last, tail.Text.AsSpan(end.Column)), tail.End);
        if (lines.Count > 1)
            lines[0] = lines[0] with { Text = string.Concat(head, lines[0].Text) };

        var old = end.Line - start.Line + 1;
        var shared = Math.Min(old, lines.Count);
        for (var i = 0; i < shared; i++)
            _lines[start.Line + i] = lines[i];

        if (old > shared)
            _lines.RemoveRange(start.Line + shared, old - shared);
        else if (lines.Count > shared)
            _lines.InsertRange(start.Line + shared, lines.GetRange(shared, lines.Count - shared));

        Version++;
        Edited?.Invoke(edit);
    }
}
