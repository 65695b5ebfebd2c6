namespace PluginHost.Terminal;

public sealed partial class Editor
{
    /// <summary>Called where what was copied is too long for the terminal's clipboard, with the text: only this screen has it.</summary>
    public Action<string>? CopyRefused { get; set; }

    /// <summary>Copies what is selected, or the lines in which carets stand.</summary>
    public void Copy()
    {
        var carets = _carets.ToArray();
        var text = carets.Any(caret => caret.HasSelection)
            ? SelectedText
            : string.Concat(carets.Select(caret => caret.Place.Line).Distinct().Select(line => _document.Line(line) + _document.NewLine));
        if (Screen?.Copy(text) == false)
            CopyRefused?.Invoke(text);
    }

    /// <summary>Copies what is selected, or the lines in which carets stand, and takes it out.</summary>
    public void Cut()
    {
        Copy();
        EditEach(EditKind.Other, caret => (caret.HasSelection ? caret.Range : WholeLine(caret.Place.Line), ""));
    }

    // As many lines as there are carets: one for each.
    private void Paste(string text)
    {
        text = LineReader.Normal(text).Replace(LineReader.ReturnAndFeed, LineReader.Feed, StringComparison.Ordinal);
        var lines = _carets.Count > 1 ? text.TrimEnd('\n').Split('\n') : [];
        text = text.Replace(LineReader.Feed, _document.NewLine, StringComparison.Ordinal);
        var index = 0;
        EditEach(EditKind.Other, caret => (caret.Range, lines.Length == _carets.Count ? lines[index++] : text));
    }

    private TextRange WholeLine(int line)
    {
        if (line < _document.LineCount - 1)
            return new TextRange(new TextPlace(line, 0), new TextPlace(line + 1, 0));

        return new TextRange(line > 0 ? new TextPlace(line - 1, _document.Line(line - 1).Length) : default, _document.End);
    }
}
