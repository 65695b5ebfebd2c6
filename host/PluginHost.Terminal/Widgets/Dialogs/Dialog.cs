namespace PluginHost.Terminal;

/// <summary>
/// A box in the middle of the screen that wants an answer: a title, something, and buttons. Tab goes round in it, Left and Right from button to button, Esc
/// cancels. However small the screen is, the buttons are seen.
/// </summary>
public abstract class Dialog : Widget
{
    private const int Gap = 2;
    private const int Sides = 2 * LayerBox.Edges;
    private readonly List<Widget> _children = [];
    private readonly List<DialogButton> _buttons = [];
    private readonly Layer _layer;
    private WidgetScreen? _screen;
    private bool _isAnswered;

    private protected Dialog(RichLine title, Widget content)
    {
        (Title, Content) = (title, Adopt(content));
        _children.Add(content);
        _layer = new Layer(this, Place) { Closed = OnClosed };
    }

    /// <summary>What it is about.</summary>
    public RichLine Title { get; }

    /// <summary>What stands over the buttons.</summary>
    public Widget Content { get; }

    /// <summary>Whether it is seen.</summary>
    public bool IsOpen => _screen is not null;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>The role of its edge and title.</summary>
    private protected virtual string Role => Roles.FocusedTitle;

    /// <summary>The button that has the focus at first; null where the content has it.</summary>
    private protected DialogButton? First { get; set; }

    /// <summary>The screen that it is shown on.</summary>
    private protected WidgetScreen? Shown => _screen;

    /// <summary>Shows it.</summary>
    /// <param name="screen">The screen.</param>
    public void Open(WidgetScreen screen)
    {
        if (IsOpen)
            return;

        (_screen, _isAnswered) = (screen, false);
        screen.Open(_layer);
        if (First is not null)
            screen.Focus(First);
    }

    /// <summary>Closes it as Esc does.</summary>
    public void Cancel() => _screen?.Close(_layer);

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        var step = key switch
        {
            { Key: Key.Left, Modifiers: Modifiers.None } => -1,
            { Key: Key.Right, Modifiers: Modifiers.None } => 1,
            _ => 0,
        };
        var at = _buttons.FindIndex(button => button.IsFocused);
        if (step == 0 || at < 0)
            return false;

        _buttons[(at + step + _buttons.Count) % _buttons.Count].Focus();
        return true;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks) => true;

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var inside = LayerBox.Draw(canvas, Title, Role, Role == Roles.FocusedTitle ? Roles.FocusedEdge : Role, Theme);
        inside = inside.Inside(new Rect(1, 0, inside.Width - 2, inside.Height));
        var rows = inside.Height - (inside.Height > 2 ? 2 : 1);
        Content.DrawOn(inside.Inside(new Rect(0, 0, inside.Width, rows)));
        var right = inside.Width;
        for (var i = _buttons.Count - 1; i >= 0; i--)
        {
            var width = Math.Min(_buttons[i].Width(canvas.Text), Math.Max(0, right));
            right -= width;
            _buttons[i].DrawOn(inside.Inside(new Rect(right, inside.Height - 1, width, 1)));
            right -= Gap;
        }
    }

    /// <summary>The cells that the content would like.</summary>
    private protected abstract (int Width, int Height) Measure(int mostColumns, TextOptions text);

    /// <summary>Closed without an answer.</summary>
    private protected abstract void OnCancelled();

    private protected DialogButton AddButton(string title, bool isDangerous, Action press)
    {
        var button = Adopt(new DialogButton(title, press) { IsDangerous = isDangerous });
        _buttons.Add(button);
        _children.Add(button);
        return button;
    }

    /// <summary>Closes it, and only then does what was chosen, which may open another.</summary>
    private protected void Answer(Action run)
    {
        if (_screen is not { } screen || _isAnswered)
            return;

        _isAnswered = true;
        screen.Close(_layer);
        run();
    }

    private void OnClosed()
    {
        _screen = null;
        if (!_isAnswered)
            OnCancelled();
    }

    private Rect Place(Rect screen)
    {
        var text = _screen!.Frames.Text;
        var (width, height) = Measure(Math.Max(1, screen.Width - (2 * Sides)), text);
        var buttons = -Gap;
        foreach (var button in _buttons)
            buttons += button.Width(text) + Gap;

        width = Math.Max(width, Math.Max(buttons, TextWidth.Of(Title.Text, text) + LayerBox.Edges));
        return Places.Center(screen, width + Sides, height + LayerBox.Edges + 2);
    }
}
