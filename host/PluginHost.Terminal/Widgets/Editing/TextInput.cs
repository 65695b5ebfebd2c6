namespace PluginHost.Terminal;

/// <summary>
/// A field for one line of text, which scrolls where the text is longer. It can be two rows high: then the second says what is wrong. It leaves Tab, Esc,
/// the arrows up and down, and Enter without <see cref="Entered"/>, to what it is part of.
/// </summary>
public sealed partial class TextInput : Widget
{
    private readonly InputHistory _history = new();
    private readonly EditRun _run = new();
    private InputState _state = new("", 0, 0);
    private bool _isDragging;

    /// <summary>What is written in it. Setting it puts the caret at the end, forgets what could be undone, and does not call <see cref="Changed"/>.</summary>
    /// <value>Empty.</value>
    public string Text
    {
        get => _state.Text;
        set
        {
            _history.Clear();
            _run.End();
            var text = OneLine(value);
            _state = new InputState(text, text.Length, text.Length);
            Invalidate();
        }
    }

    /// <summary>Where the caret stands in the text. Setting it ends the selection.</summary>
    public int Caret
    {
        get => _state.Caret;
        set => Select(value, value);
    }

    /// <summary>The other end of the selection; <see cref="Caret"/> where nothing is selected.</summary>
    public int Anchor => _state.Anchor;

    /// <summary>What stands there while nothing is written.</summary>
    public RichLine Hint { get; set; } = RichLine.Empty;

    /// <summary>Whether a sign is drawn for each character. Nothing of such a field is copied.</summary>
    public bool IsSecret { get; set; }

    /// <summary>Whether it can only be read, selected and copied.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>The direction of the field. Text that runs from right to left stands at the right edge.</summary>
    /// <value><see cref="Direction.Auto"/></value>
    public Direction Direction { get; set; }

    /// <summary>What is wrong with it, in a sentence; null where all is well. A sign tells, and the sentence where there is a second row.</summary>
    public string? Problem { get; set; }

    /// <summary>Called with the text when a person has changed it.</summary>
    public Action<string>? Changed { get; set; }

    /// <summary>Called with the text when Enter was pressed.</summary>
    public Action<string>? Entered { get; set; }

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <summary>Selects all of it.</summary>
    public void SelectAll() => Select(0, Text.Length);

    /// <summary>Selects a part of it.</summary>
    /// <param name="anchor">Where the selection begins.</param>
    /// <param name="caret">Where it ends, and the caret stands.</param>
    public void Select(int anchor, int caret)
    {
        _run.End();
        _state = _state with { Anchor = Math.Clamp(anchor, 0, Text.Length), Caret = Math.Clamp(caret, 0, Text.Length) };
        Invalidate();
    }

    /// <inheritdoc/>
    protected internal override void OnFocusChanged()
    {
        _run.End();
        _isDragging = false;
    }

    private static string OneLine(string text) => text.AsSpan().ContainsAny('\r', '\n') ? text.ReplaceLineEndings(" ") : text;
}
