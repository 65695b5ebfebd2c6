namespace PluginHost.Terminal;

/// <summary>
/// Edits a <see cref="TextDocument"/>: posts, where each line has the direction of its own text, or code in an <see cref="ILanguage"/>. It leaves keys that
/// it does not use, Esc with nothing to close among them, to what it is part of.
/// </summary>
public sealed partial class Editor : Widget
{
    private readonly CaretSet _carets = new();
    private readonly EditRun _run = new();
    private DocumentView _view;
    private TextDocument _document;
    private bool _mustReveal = true;

    /// <summary>Makes one of an empty document.</summary>
    public Editor()
        : this(new TextDocument())
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="document">What it edits.</param>
    public Editor(TextDocument document)
    {
        _document = document;
        _view = new DocumentView(document, new LineLooks(document, null));
        document.Edited += OnEdited;
    }

    /// <summary>
    /// What it edits. Setting it puts the caret at its start, and leaves the one before alone: a document that outlives its editor keeps it in memory until
    /// then.
    /// </summary>
    public TextDocument Document
    {
        get => _document;
        set
        {
            _document.Edited -= OnEdited;
            _document = value;
            _document.Edited += OnEdited;
            _view = new DocumentView(value, new LineLooks(value, Language));
            Problems = [];
            CaretTo(default);
        }
    }

    /// <summary>What is written in it.</summary>
    /// <value><see langword="null"/>: sentences, in one look.</value>
    public ILanguage? Language
    {
        get => _view.Looks.Language;
        set
        {
            _view.Looks = new LineLooks(_document, value);
            Invalidate();
        }
    }

    /// <summary>The direction of sentences. Code runs from left to right whatever it says.</summary>
    /// <value><see cref="Direction.Auto"/>: that of each line.</value>
    public Direction Direction { get; set; }

    /// <summary>Whether it can only be read, searched and copied.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Whether lines that are too long go on in the next row. Alt+Z switches it.</summary>
    public bool WrapsLines { get; set; }

    /// <summary>Whether each line has its number before it.</summary>
    public bool ShowsLineNumbers { get; set; }

    /// <summary>Whether Tab indents. Otherwise it goes to the next widget, as in a form.</summary>
    public bool TakesTab { get; set; } = true;

    /// <summary>By how many blanks lines are indented.</summary>
    /// <value>4</value>
    public int IndentWidth { get; set; } = 4;

    /// <summary>What stands there while nothing is written.</summary>
    public RichLine Hint { get; set; } = RichLine.Empty;

    /// <summary>Called when the text changed, whoever changed it.</summary>
    public Action? Changed { get; set; }

    /// <summary>Called when a caret or a selection moved.</summary>
    public Action? Moved { get; set; }

    /// <summary>Where the caret stands that is kept in sight. Setting it leaves no other, and no selection.</summary>
    public TextPlace Caret
    {
        get => _carets.Main.Place;
        set => CaretTo(_document.Nearest(value));
    }

    /// <summary>All carets, in the order of the document.</summary>
    public IReadOnlyList<Caret> Carets => _carets.ToArray();

    /// <summary>What is selected; the texts of several carets are lines.</summary>
    public string SelectedText => string.Join(_document.NewLine, _carets.ToArray().Where(caret => caret.HasSelection).Select(TextOf));

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _bar is null ? [] : _barAlone;

    /// <summary>Selects a part and brings it into sight.</summary>
    /// <param name="range">The part; the caret stands at its end.</param>
    public void Select(TextRange range) => Set(new Caret(_document.Nearest(range.End), _document.Nearest(range.Start)));

    /// <inheritdoc/>
    protected internal override void OnFocusChanged()
    {
        _run.End();
        StopDragging();
        if (!HasFocus)
            ClosePopups();
    }

    internal DocumentView View => _view;

    private string TextOf(Caret caret) => _document.TextOf(caret.Range);

    private void CaretTo(TextPlace place) => Set(new Caret(place));

    private void Set(Caret caret)
    {
        _carets.Set(caret);
        OnMoved();
    }

    private void OnMoved()
    {
        _run.End();
        _mustReveal = true;
        FollowCaret();
        Moved?.Invoke();
        Invalidate();
    }

    private void OnEdited(TextEdit edit)
    {
        _view.Looks.OnEdited(edit);
        _carets.Shift(edit);
        ShiftProblems(edit);
        Changed?.Invoke();
        Invalidate();
    }
}
