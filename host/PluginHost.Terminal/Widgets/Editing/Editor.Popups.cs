namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private Question<IReadOnlyList<RichLine>>? _explaining;
    private Question<IReadOnlyList<RichLine>>? _calling;
    private TextPopup? _text;
    private TextPopup? _call;
    private Rect _textArea; // Where the text stands on the screen.

    /// <summary>Knows what the things in the text are; null where nobody does.</summary>
    public IExplainer? Explainer { get; set; }

    /// <summary>Where the caret stands on the screen, for what hangs from it; null where it is not seen.</summary>
    public Rect? CaretOnScreen => OnScreen(Caret);

    /// <summary>Says what is wrong at the caret and what stands there, as Alt+I does.</summary>
    public void Explain()
    {
        CloseTexts();
        var lines = _problems.Where(problem => problem.Range.Touches(Caret)).SelectMany(LinesOf).ToList();
        ShowText(lines);
        if (Explainer is not { } explainer || Screen is not { } screen)
            return;

        var (document, place) = (_document, Caret);
        _explaining = Question<IReadOnlyList<RichLine>>.Ask(
            screen.Frames, cancel => explainer.ExplainAsync(document, place, cancel), answer => ShowText([.. lines, .. answer]), SourceFailed);
    }

    private void ShowText(IReadOnlyList<RichLine> lines)
    {
        if (lines.Count == 0 || Screen is not { } screen)
            return;

        if (_text is not null)
        {
            _text.Show(lines);
            return;
        }

        _text = new TextPopup(screen, lines) { Anchor = () => OnScreen(Caret) };
        _text.Open();
    }

    private void OnTyped(string text)
    {
        if (_completion is null && _completing is null && Completions?.StartsAfter(text) == true)
            Complete();

        if (text is "(" or ",")
            ExplainCall();
    }

    private void ExplainCall()
    {
        _calling?.Cancel();
        if (Explainer is not { } explainer || Screen is not { } screen)
            return;

        var (document, place) = (_document, Caret);
        _calling = Question<IReadOnlyList<RichLine>>.Ask(
            screen.Frames, cancel => explainer.ExplainCallAsync(document, place, cancel), lines => ShowCall(lines, screen), SourceFailed);
    }

    private void ShowCall(IReadOnlyList<RichLine> lines, WidgetScreen screen)
    {
        if (lines.Count == 0)
        {
            _call?.Close();
            _call = null;
        }
        else if (_call is not null)
        {
            _call.Show(lines);
        }
        else if (IsFocused)
        {
            _call = new TextPopup(screen, lines) { Anchor = () => OnScreen(Caret), PrefersAbove = true };
            _call.Open();
        }
    }

    // A caret that moved leaves what was said about its place.
    private void FollowCaret()
    {
        _explaining?.Cancel();
        _text?.Close();
        (_explaining, _text) = (null, null);
        if (_call is not null)
            ExplainCall();

        NarrowCompletion();
    }

    private void ClosePopups()
    {
        CloseTexts();
        CloseCompletion();
    }

    private void CloseTexts()
    {
        _explaining?.Cancel();
        _calling?.Cancel();
        _text?.Close();
        _call?.Close();
        (_explaining, _calling, _text, _call) = (null, null, null, null);
    }

    private Rect? OnScreen(TextPlace place)
    {
        if (!_view.TryFind(_document.Nearest(place), out var x, out var y) || x < 0 || x >= _textArea.Width)
            return null;

        return new Rect(_textArea.X + x, _textArea.Y + y, 1, 1);
    }
}
