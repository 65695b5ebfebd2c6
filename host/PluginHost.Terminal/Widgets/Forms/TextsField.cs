namespace PluginHost.Terminal;

/// <summary>
/// A field for several texts, each in a row of its own. A row to add one is always there, and one that is empty counts for nothing. Enter and the arrows go
/// from row to row; Alt+Backspace takes one away, and so does a click on its cross.
/// </summary>
public sealed class TextsField : ValueField<IReadOnlyList<string>>
{
    private const int CrossWidth = 2;

    private readonly List<TextInput> _inputs = [];

    /// <summary>Makes one.</summary>
    /// <param name="label">What is asked for.</param>
    public TextsField(RichLine label)
        : base(label) => Add("");

    /// <summary>The texts, without empty ones.</summary>
    public override IReadOnlyList<string> Value
    {
        get => [.. _inputs.Select(input => input.Text).Where(text => !string.IsNullOrWhiteSpace(text))];
        set
        {
            foreach (var input in _inputs.ToArray())
                Remove(input);

            foreach (var text in value)
                Add(text);

            Add("");
            Invalidate();
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _inputs;

    internal override int Rows => _inputs.Count;

    internal override Widget First => _inputs[0];

    private protected override bool IsBlank => _inputs.TrueForAll(input => string.IsNullOrWhiteSpace(input.Text));

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        var at = _inputs.FindIndex(input => input.IsFocused);
        if (at < 0)
            return false;

        switch (key.Key, key.Modifiers)
        {
            case (Key.Enter or Key.Down, Modifiers.None) when at < _inputs.Count - 1:
                _inputs[at + 1].Focus();
                return true;
            case (Key.Up, Modifiers.None) when at > 0:
                _inputs[at - 1].Focus();
                return true;
            case (Key.Backspace or Key.Delete, Modifiers.Alt) when at < _inputs.Count - 1:
                TakeAway(at);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press } || mouse.Y >= _inputs.Count - 1 || mouse.X < Area.Width - 1)
            return false;

        TakeAway(mouse.Y);
        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        for (var y = 0; y < _inputs.Count; y++)
        {
            _inputs[y].DrawOn(canvas.Inside(new Rect(0, y, canvas.Width - CrossWidth, 1)));
            var sign = y < _inputs.Count - 1 ? theme.Glyphs.Cross : '+';
            canvas.Fill(new Rect(canvas.Width - 1, y, 1, 1), sign, Canvas.Over(theme[Roles.Text], theme[Roles.Dim]));
        }
    }

    private void Add(string text)
    {
        var input = Adopt(new TextInput { Text = text });
        input.Changed = _ => OnTyped(input);
        _inputs.Add(input);
    }

    private void Remove(TextInput input)
    {
        _inputs.Remove(input);
        Release(input);
    }

    private void OnTyped(TextInput input)
    {
        if (input == _inputs[^1] && input.Text.Length > 0)
            Add("");

        OnEdited();
    }

    private void TakeAway(int index)
    {
        var hadFocus = _inputs[index].IsFocused;
        Remove(_inputs[index]);
        if (hadFocus)
            _inputs[index].Focus();

        OnEdited();
        Invalidate();
    }
}
