using PluginHost.Sdk;
using PluginHost.Workbench.Editing;
using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Rendering;

/// <summary>Text of several lines to edit. Saving runs the view's command with the text; what the person has written outlasts every new snapshot.</summary>
public sealed class EditorModel : ViewModel
{
    private readonly TextBuffer _buffer = new();
    private EditorView? _view;
    private string _saved = "";
    private int _column;

    internal EditorModel()
    {
    }

    /// <summary>The language for colouring, such as <c>markdown</c>.</summary>
    public string Language => _view?.Language ?? "text";

    /// <summary>Whether the text can only be read.</summary>
    public bool IsReadOnly => _view?.SaveCommand is null;

    /// <summary>Whether there is something to save.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The text.</summary>
    public string Text => _buffer.ToString();

    /// <summary>Where the next character goes.</summary>
    public TextPlace Caret { get; private set; }

    /// <summary>Where the selection begins; the caret's place where nothing is selected.</summary>
    public TextPlace Anchor { get; private set; }

    /// <summary>What is selected.</summary>
    public string Selection => _buffer.Slice(First, Last);

    /// <summary>What is wrong in the text, in no order.</summary>
    public IReadOnlyList<EditorProblem> Problems { get; private set; } = [];

    /// <inheritdoc/>
    public override int Extent => _buffer.Count;

    /// <inheritdoc/>
    public override bool TakesText => true;

    /// <inheritdoc/>
    public override bool IsEmpty => false;

    /// <summary>Called with the text whenever the person has changed it.</summary>
    internal Action<string>? Edited { get; set; }

    /// <summary>Whether what is written is kept elsewhere while it is written.</summary>
    internal bool IsKept { get; set; }

    /// <summary>The letters before the caret that belong to one word.</summary>
    internal string WordAtCaret
    {
        get
        {
            var line = _buffer[Caret.Line];
            var start = Caret.Column;
            while (start > 0 && (char.IsLetterOrDigit(line[start - 1]) || line[start - 1] == '_'))
                start--;

            return line[start..Caret.Column];
        }
    }

    /// <summary>All that stands before the caret.</summary>
    internal string TextBeforeCaret => _buffer.Slice(default, Caret);

    private TextPlace First => Anchor < Caret ? Anchor : Caret;

    private TextPlace Last => Anchor < Caret ? Caret : Anchor;

    /// <summary>A line.</summary>
    /// <param name="line">Which one, from 0.</param>
    public string LineAt(int line) => _buffer[line];

    /// <summary>Puts the caret somewhere, as a click does.</summary>
    /// <param name="place">The place; moved to the nearest one that there is.</param>
    /// <param name="selects">Whether what lies between is selected, as by dragging.</param>
    public void MoveTo(TextPlace place, bool selects)
    {
        var line = Math.Clamp(place.Line, 0, _buffer.Count - 1);
        Caret = new TextPlace(line, Clusters.Snap(_buffer[line], place.Column));
        _column = Caret.Column;
        if (!selects)
            Anchor = Caret;

        ShowCaret();
        Touch();
    }

    /// <summary>Takes the whole text, as a renderer with an editor of its own has it now.</summary>
    /// <param name="text">The text.</param>
    public void Edit(string text)
    {
        if (!IsReadOnly)
            Use(text);
    }

    /// <summary>Saves, where there is something to save.</summary>
    public void Save()
    {
        if (_view?.SaveCommand is { } command && IsChanged)
            Run(new CommandCall { Id = command, Arguments = Record.Of(("text", Text)) });
    }

    /// <summary>Notes that a text has been saved.</summary>
    internal void NoteSaved(string text)
    {
        _saved = text;
        IsChanged = !IsKept && Text != text;
        Touch();
    }

    /// <summary>Puts another text in place of all of it, which can be undone as any other change.</summary>
    internal void Use(string text)
    {
        if (_buffer.Become(text) is { } behind)
            AfterEdit(behind);
    }

    /// <summary>Puts a text in place of the selection.</summary>
    internal void Insert(string text) => Replace(First, Last, text);

    /// <summary>Puts a text in place of the word before the caret.</summary>
    internal void Complete(string text) => Replace(Caret with { Column = Caret.Column - WordAtCaret.Length }, Caret, text);

    internal override bool TryTake(View view)
    {
        if (view is not EditorView editor)
            return false;

        var isFirst = _view is null;
        _view = editor;
        if (isFirst || (!IsKept && !IsChanged && editor.Text != _saved))
        {
            _saved = editor.Text;
            _buffer.Set(editor.Text);
            MoveTo(Caret, selects: false);
        }

        // They are of the text as it was when it was looked at; the person may have written on.
        var now = Text;
        Problems = [.. editor.Marks.Select(mark => new EditorProblem
        {
            Start = TextPlace.In(now, Math.Min(mark.Start, now.Length)),
            End = TextPlace.In(now, Math.Min(mark.Start + mark.Length, now.Length)),
            Severity = mark.Severity,
            Message = mark.Message,
        })];
        Touch();
        return true;
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        if (EditorKeys.Place(key, Caret, _buffer, Page, _column) is { } place)
        {
            var column = _column;
            MoveTo(place, key.Modifiers.HasFlag(KeyModifiers.Shift));

            // Going up and down over a short line keeps the column.
            if (key.Key is "up" or "down" or "pageup" or "pagedown")
                _column = column;

            return true;
        }

        return key switch
        {
            { Key: "a", Modifiers: KeyModifiers.Ctrl } => SelectAll(),
            _ when IsReadOnly => false,
            { Key: "z", Modifiers: KeyModifiers.Ctrl } => Restore(_buffer.Undo()),
            { Key: "y", Modifiers: KeyModifiers.Ctrl } => Restore(_buffer.Redo()),
            { Key: "enter", Modifiers: KeyModifiers.None } => Write("\n"),
            { Key: "tab", Modifiers: KeyModifiers.None } when Language is not ("text" or "markdown") => Write("    "),
            { Key: "backspace" or "delete" } => Erase(key),
            { Modifiers: KeyModifiers.None or KeyModifiers.Shift } when text.Length > 0 => Write(text),
            _ => false,
        };
    }

    internal override void OnPaste(string text)
    {
        if (!IsReadOnly)
            Insert(text);
    }

    private bool Write(string text)
    {
        Insert(text);
        return true;
    }

    private bool Erase(KeyPress key)
    {
        var moved = key with { Key = key.Key == "backspace" ? "left" : "right" };
        var to = Anchor == Caret ? EditorKeys.Place(moved, Caret, _buffer, Page, _column)!.Value : Anchor;
        Replace(to < Caret ? to : Caret, to < Caret ? Caret : to, "");
        return true;
    }

    private bool SelectAll()
    {
        MoveTo(default, selects: false);
        MoveTo(_buffer.End, selects: true);
        return true;
    }

    private bool Restore(TextPlace? place)
    {
        if (place is { } there)
            AfterEdit(there);

        return true;
    }

    private void Replace(TextPlace start, TextPlace end, string text)
    {
        if (start != end || text.Length > 0)
            AfterEdit(_buffer.Replace(start, end, text));
    }

    private void AfterEdit(TextPlace caret)
    {
        IsChanged = !IsKept && Text != _saved;
        MoveTo(caret, selects: false);
        Edited?.Invoke(Text);
    }

    private void ShowCaret() => Top = Math.Clamp(Top, Caret.Line - Page + 1, Caret.Line);

    private protected override void OnPage() => ShowCaret();
}
