namespace PluginHost.Terminal;

/// <summary>
/// A field with one of several choices. Space, Down, a click or a letter drops them down; the letters filter them. The value is the place of the choice, -1
/// while there is none.
/// </summary>
public sealed class ChoiceField : ValueField<int>
{
    private const int MostRows = 12;
    private const int NarrowestMenu = 24;

    private int _value = -1;
    private Layer? _menu;

    /// <summary>Makes one.</summary>
    /// <param name="label">What is asked for.</param>
    /// <param name="choices">What there is to choose from.</param>
    public ChoiceField(RichLine label, IReadOnlyList<RichLine> choices)
        : base(label) => Choices = choices;

    /// <summary>What there is to choose from.</summary>
    public IReadOnlyList<RichLine> Choices { get; }

    /// <inheritdoc/>
    public override int Value
    {
        get => _value;
        set
        {
            _value = value >= 0 && value < Choices.Count ? value : -1;
            Invalidate();
        }
    }

    /// <summary>What stands there while nothing is chosen.</summary>
    public RichLine Hint { get; init; } = RichLine.Empty;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    private protected override bool IsBlank => _value < 0;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (key is { Key: Key.Character, Modifiers: Modifiers.None or Modifiers.Shift, Text.Length: > 0 })
            Open(key.Text == " " ? "" : key.Text);
        else if (key is { Key: Key.Down, Modifiers: Modifiers.None or Modifiers.Alt })
            Open("");
        else
            return false;

        return true;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button != MouseButton.Left)
            return false;

        if (mouse.Action == MouseAction.Press)
            Open("");

        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        canvas.Tint(canvas.Area, theme[IsFocused ? Roles.Selection : Roles.Input]);
        var style = canvas.At(0, 0).Style;
        var text = canvas.Area with { Width = canvas.Width - 2 };
        if (_value < 0)
            canvas.Write(text, Hint, Canvas.Over(style, theme[Roles.Hint]), theme);
        else
            canvas.Write(text, Choices[_value], style, theme);

        canvas.Fill(new Rect(canvas.Width - 1, 0, 1, 1), theme.Glyphs.Choice, style);
    }

    private void Open(string filter)
    {
        if (Screen is not { } screen || _menu is not null)
            return;

        var menu = new ChoiceMenu(Choices, _value, Choose);
        if (filter.Length > 0)
            menu.Begin(filter);

        _menu = new Layer(menu, area => Place(area, menu.Rows)) { ClosesOnClickBeside = true, Closed = () => _menu = null };
        screen.Open(_menu);
    }

    private void Choose(int choice)
    {
        Value = choice;
        if (_menu is { } menu)
            Screen?.Close(menu);

        OnEdited();
    }

    // Below the field, or above where there is more room.
    private Rect Place(Rect screen, int rows)
    {
        var (below, above) = (screen.Height - Area.Bottom, Area.Y);
        var isBelow = below >= Math.Min(rows, MostRows) || below >= above;
        var height = Math.Min(Math.Min(rows, MostRows), Math.Max(1, isBelow ? below : above));
        var width = Math.Min(screen.Width, Math.Max(Area.Width, NarrowestMenu));
        return new Rect(Math.Clamp(Area.X, 0, screen.Width - width), isBelow ? Math.Min(Area.Bottom, screen.Height - height) : Area.Y - height, width, height);
    }
}
