namespace PluginHost.Terminal;

/// <summary>
/// Fields below each other, with their labels beside them, or above where it is narrow. Tab goes through them, Enter submits, Ctrl+Enter does from wherever,
/// Esc cancels. What is wrong stands under its field, and the first such field gets the focus. It scrolls where it is higher than its area.
/// </summary>
public sealed partial class Form : Widget
{
    private readonly Widget[] _children;
    private readonly FormButton _submit;
    private readonly FormButton _cancel;

    /// <summary>Makes one.</summary>
    /// <param name="fields">The fields.</param>
    public Form(IReadOnlyList<FormField> fields)
    {
        Fields = [.. fields];
        foreach (var field in Fields)
            Adopt(field);

        _submit = Adopt(new FormButton("OK", () => Submit()));
        _cancel = Adopt(new FormButton("Cancel", () => Cancelled?.Invoke()));
        _children = [.. Fields, _submit, _cancel];
    }

    /// <summary>The fields.</summary>
    public IReadOnlyList<FormField> Fields { get; }

    /// <summary>What the button says that submits it.</summary>
    /// <value>OK</value>
    public RichLine SubmitLabel
    {
        get => _submit.Label;
        set => _submit.Label = value;
    }

    /// <summary>What the button says that cancels it.</summary>
    /// <value>Cancel</value>
    public RichLine CancelLabel
    {
        get => _cancel.Label;
        set => _cancel.Label = value;
    }

    /// <summary>Called when it is submitted and nothing is wrong.</summary>
    public Action? Submitted { get; set; }

    /// <summary>Called when it is cancelled.</summary>
    public Action? Cancelled { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>Checks every field. Where something is wrong, the first such field gets the focus; otherwise <see cref="Submitted"/> is called.</summary>
    /// <returns>Whether nothing was wrong.</returns>
    public bool Submit()
    {
        FormField? wrong = null;
        foreach (var field in Fields)
        {
            if (!field.Check())
                wrong ??= field;
        }

        if (wrong is not null)
        {
            wrong.First.Focus();
            Invalidate();
            return false;
        }

        Submitted?.Invoke();
        return true;
    }

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        switch (key.Key, key.Modifiers)
        {
            case (Key.Enter, Modifiers.None or Modifiers.Control):
                Submit();
                return true;
            case (Key.Escape, Modifiers.None) when Cancelled is not null:
                Cancelled();
                return true;
            case (Key.PageUp or Key.PageDown, Modifiers.None):
                Scroll(key.Key == Key.PageUp ? -Math.Max(1, Area.Height - 1) : Math.Max(1, Area.Height - 1));
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown)
        {
            Scroll(mouse.Button == MouseButton.WheelUp ? -WheelStep : WheelStep);
            return true;
        }

        // A label belongs to its field.
        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press } || FieldAt(mouse.Y) is not { } field)
            return false;

        field.First.Focus();
        return true;
    }
}
