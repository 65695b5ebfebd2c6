namespace PluginHost.Terminal;

/// <summary>Asks for one line of text, and says at every key whether it will do.</summary>
public sealed class InputDialog : Dialog
{
    private const int Columns = 56;
    private readonly InputField _field;
    private readonly Func<string, string?> _check;
    private readonly Action<string> _entered;

    /// <summary>Makes one.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="label">What is to be written; may be empty.</param>
    /// <param name="verb">What its button does: <c>Rename</c>.</param>
    /// <param name="check">What is wrong with a text, in a sentence; null where it will do.</param>
    /// <param name="entered">Told the text, once the dialog is closed.</param>
    public InputDialog(string title, string label, string verb, Func<string, string?> check, Action<string> entered)
        : this(RichLine.Of(title), new InputField(label), verb, check, entered)
    {
    }

    private InputDialog(RichLine title, InputField field, string verb, Func<string, string?> check, Action<string> entered)
        : base(title, field)
    {
        (_field, _check, _entered) = (field, check, entered);
        field.Input.Changed = Check;
        field.Input.Entered = _ => Enter();
        AddButton(verb, isDangerous: false, Enter);
        AddButton("Cancel", isDangerous: false, Cancel);
        Check("");
    }

    /// <summary>The text at first; all of it is selected.</summary>
    public string Text
    {
        get => _field.Input.Text;
        init
        {
            _field.Input.Text = value;
            _field.Input.SelectAll();
            Check(value);
        }
    }

    /// <summary>What stands in the empty field.</summary>
    public RichLine Hint
    {
        init => _field.Input.Hint = value;
    }

    /// <summary>Whether signs are drawn for what is written.</summary>
    public bool IsSecret
    {
        init => _field.Input.IsSecret = value;
    }

    /// <summary>What is wrong with the text as it is; null where it will do.</summary>
    public string? Problem => _field.Input.Problem;

    /// <summary>Called when it was closed without a text.</summary>
    public Action? Cancelled { get; init; }

    private protected override (int Width, int Height) Measure(int mostColumns, TextOptions text) => (Math.Min(Columns, mostColumns), _field.Height);

    private protected override void OnCancelled() => Cancelled?.Invoke();

    private void Check(string text) => _field.Input.Problem = _check(text);

    private void Enter()
    {
        // What it is checked against may have changed since the last key.
        Check(Text);
        if (Problem is null)
            Answer(() => _entered(Text));
        else
            _field.Input.Focus();
    }
}
