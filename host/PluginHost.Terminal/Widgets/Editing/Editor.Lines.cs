namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private string Blanks => new(' ', Math.Max(1, IndentWidth));

    /// <summary>Makes comments of the lines in which carets stand, or takes that back where all of them are. Does nothing in a language without.</summary>
    public void ToggleComment()
    {
        if (Language?.CommentPrefix is not { } prefix)
            return;

        var lines = SelectedLines().Where(line => IndentOf(line).Length < _document.Line(line).Length).ToList();
        var isOff = lines.TrueForAll(line => _document.Line(line).AsSpan(IndentOf(line).Length).StartsWith(prefix, StringComparison.Ordinal));
        var column = lines.Count == 0 ? 0 : lines.Min(line => IndentOf(line).Length);
        EditLines(lines, line => isOff ? (Uncommented(line, prefix), "") : (TextRange.InLine(line, column, column), prefix + " "));
    }

    private bool OnLineKey(KeyInput key)
    {
        if (key.Key is not (Key.Up or Key.Down) || (key.Modifiers & ~Modifiers.Shift) != Modifiers.Alt)
            return false;

        if (key.Modifiers.HasFlag(Modifiers.Shift))
            DuplicateLines(key.Key == Key.Down);
        else
            MoveLines(key.Key == Key.Down);

        return true;
    }

    private void Indent()
    {
        if (_carets.ToArray().Any(caret => caret.Range.Start.Line != caret.Range.End.Line))
        {
            EditLines(SelectedLines().Where(line => _document.Line(line).Length > 0), line => (TextRange.InLine(line, 0, 0), Blanks));
            return;
        }

        EditEach(EditKind.Other, caret => (caret.Range, Blanks[(caret.Range.Start.Column % Blanks.Length)..]));
    }

    private void Outdent() => EditLines(SelectedLines(), line =>
    {
        var indent = IndentOf(line);
        var length = indent.StartsWith('\t') ? 1 : Math.Min(IndentWidth, indent.Length - indent.TrimStart(' ').Length);
        return (TextRange.InLine(line, 0, length), "");
    });

    // One block of lines for all that is selected, so that what lies between stays together.
    private void MoveLines(bool isDown)
    {
        var (first, last) = Block();
        if (IsReadOnly || (isDown ? last == _document.LineCount - 1 : first == 0))
            return;

        var (moved, other) = (LinesOf(first, last), _document.Line(isDown ? last + 1 : first - 1));
        var range = isDown ? LineRange(first, last + 1) : LineRange(first - 1, last);
        Rearrange(range, isDown ? other + _document.NewLine + moved : moved + _document.NewLine + other, isDown ? 1 : -1);
    }

    private void DuplicateLines(bool goesDown)
    {
        if (IsReadOnly)
            return;

        var (first, last) = Block();
        var text = LinesOf(first, last);
        Rearrange(LineRange(first, last), text + _document.NewLine + text, goesDown ? last - first + 1 : 0);
    }

    // The carets go with their lines.
    private void Rearrange(TextRange range, string text, int lines)
    {
        var before = _carets.ToArray();
        _run.End();
        _document.Replace(range, text, false, before);
        _carets.Set(before.Select(caret => new Caret(Below(caret.Place, lines), Below(caret.Anchor, lines))).ToArray());
        AfterEdit(EditKind.Other);
    }

    private TextPlace Below(TextPlace place, int lines) => _document.Nearest(place with { Line = place.Line + lines });

    private void EditLines(IEnumerable<int> lines, Func<int, (TextRange Range, string Text)> edit)
    {
        if (IsReadOnly)
            return;

        _edits.Clear();
        _edits.AddRange(lines.Select(edit));
        Apply(EditKind.Other);
    }

    private TextRange Uncommented(int line, string prefix)
    {
        var (start, text) = (IndentOf(line).Length, _document.Line(line));
        var end = start + prefix.Length;
        return TextRange.InLine(line, start, end < text.Length && text[end] == ' ' ? end + 1 : end);
    }

    private string IndentOf(int line)
    {
        var text = _document.Line(line);
        var length = text.AsSpan().IndexOfAnyExcept(' ', '\t');
        return length < 0 ? text : text[..length];
    }

    // One that a selection only touches with its end does not count.
    private List<int> SelectedLines()
    {
        var lines = new List<int>();
        foreach (var caret in _carets.ToArray())
        {
            var (start, end) = (caret.Range.Start.Line, caret.Range.End.Line);
            if (end > start && caret.Range.End.Column == 0)
                end--;

            for (var line = start; line <= end; line++)
            {
                if (lines.Count == 0 || line > lines[^1])
                    lines.Add(line);
            }
        }

        return lines;
    }

    private (int First, int Last) Block()
    {
        var lines = SelectedLines();
        return (lines[0], lines[^1]);
    }

    private TextRange LineRange(int first, int last) => new(new TextPlace(first, 0), new TextPlace(last, _document.Line(last).Length));

    private string LinesOf(int first, int last) => _document.TextOf(LineRange(first, last));
}
