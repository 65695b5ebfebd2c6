namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private Question<IReadOnlyList<CompletionItem>>? _completing;
    private CompletionPopup? _completion;
    private CompletionList? _list;
    private TextPlace _wordStart;

    /// <summary>Knows how what is written may go on; null where nobody does.</summary>
    public ICompletionSource? Completions { get; set; }

    /// <summary>Called on the screen's thread with what a source threw. Where it is null, that is thrown there and ends the screen.</summary>
    public Action<Exception>? SourceFailed { get; set; }

    /// <summary>Asks how what stands before the caret may go on, as Ctrl+Space does.</summary>
    public void Complete()
    {
        CloseCompletion();
        if (Completions is not { } source || Screen is not { } screen || IsReadOnly)
            return;

        _wordStart = WordStart();
        var (document, place) = (_document, Caret);
        _completing = Question<IReadOnlyList<CompletionItem>>.Ask(
            screen.Frames, cancel => source.CompleteAsync(document, place, cancel), items => Show(items, screen), SourceFailed);
    }

    private bool OnCompletionKey(KeyInput key)
    {
        if (key is { Key: Key.Character, Text: " ", Modifiers: Modifiers.Control } && Completions is not null)
            return Do(Complete);

        if (key is { Key: Key.Character, Text: "i", Modifiers: Modifiers.Alt })
            return Do(Explain);

        if (key is { Key: Key.Escape, Modifiers: Modifiers.None } && (_completion is not null || _text is not null || _call is not null))
            return Do(_completion is null ? CloseTexts : CloseCompletion);

        if (_completion is not { } popup || key.Modifiers != Modifiers.None)
            return false;

        return key.Key is Key.Enter or Key.Tab ? Do(() => Take(popup.Selected)) : popup.OnKey(key);
    }

    private void Show(IReadOnlyList<CompletionItem> items, WidgetScreen screen)
    {
        _completing = null;
        _list = new CompletionList(items);
        _list.Narrow(Word());
        if (_list.Seen.Count == 0 || !IsFocused)
        {
            CloseCompletion();
            return;
        }

        _completion = new CompletionPopup(screen, _list, Take) { Anchor = () => OnScreen(_wordStart) };
        _completion.Open();
    }

    private void Take(CompletionItem item)
    {
        var (start, word) = (_wordStart, Word());
        CloseCompletion();
        EditEach(EditKind.Other, caret =>
        {
            var from = caret.Range.Start with { Column = Math.Max(0, caret.Range.Start.Column - (Caret.Column - start.Column)) };
            var range = caret.Range with { Start = from };
            return (_document.TextOf(range with { End = caret.Range.Start }) == word ? range : caret.Range, item.Text);
        });
    }

    // What is typed narrows the list. Away from the word, it is closed.
    private void NarrowCompletion()
    {
        if (_completing is null && _completion is null)
            return;

        if (Caret.Line != _wordStart.Line || Caret < _wordStart || WordStart() > _wordStart || _carets.Main.HasSelection)
        {
            CloseCompletion();
            return;
        }

        _list?.Narrow(Word());
        if (_list is { Seen.Count: 0 })
            CloseCompletion();
        else
            _completion?.Renew();
    }

    private void CloseCompletion()
    {
        _completing?.Cancel();
        _completion?.Close();
        (_completing, _completion, _list) = (null, null, null);
    }

    private string Word() => _document.TextOf(new TextRange(_wordStart, Caret));

    private TextPlace WordStart()
    {
        var (text, column) = (_document.Line(Caret.Line), Caret.Column);
        while (column > 0 && (char.IsLetterOrDigit(text[column - 1]) || text[column - 1] == '_'))
            column--;

        return Caret with { Column = column };
    }
}
