namespace PluginHost.Terminal;

/// <summary>Shows any widget over two buttons, and says why it cannot be accepted yet.</summary>
public sealed class FormDialog : Dialog
{
    private readonly FormArea _area;
    private readonly Func<string?> _check;
    private readonly Action _accepted;
    private readonly (int Columns, int Rows) _size;

    /// <summary>Makes one.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="content">What it shows. Ctrl+Enter accepts from within it, and so does Enter where it does not take that key.</param>
    /// <param name="columns">The columns that the content would like.</param>
    /// <param name="rows">The rows that it would like.</param>
    /// <param name="verb">What its button does: <c>Create</c>.</param>
    /// <param name="check">What is wrong, in a sentence; null where it will do.</param>
    /// <param name="accepted">Told when it was accepted, once the dialog is closed.</param>
    public FormDialog(string title, Widget content, int columns, int rows, string verb, Func<string?> check, Action accepted)
        : this(RichLine.Of(title), new FormArea(content), verb, check, accepted) => _size = (columns, rows + 1);

    private FormDialog(RichLine title, FormArea area, string verb, Func<string?> check, Action accepted)
        : base(title, area)
    {
        (_area, _check, _accepted) = (area, check, accepted);
        AddButton(verb, isDangerous: false, Accept);
        AddButton("Cancel", isDangerous: false, Cancel);
    }

    /// <summary>What was wrong when it was to be accepted last; null where nothing was.</summary>
    public string? Problem => _area.Problem;

    /// <summary>Called when it was closed without being accepted.</summary>
    public Action? Cancelled { get; init; }

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (base.OnKey(key))
            return true;

        if (key is not { Key: Key.Enter, Modifiers: Modifiers.None or Modifiers.Control })
            return false;

        Accept();
        return true;
    }

    private protected override (int Width, int Height) Measure(int mostColumns, TextOptions text) => (Math.Min(_size.Columns, mostColumns), _size.Rows);

    private protected override void OnCancelled() => Cancelled?.Invoke();

    private void Accept()
    {
        _area.Problem = _check();
        if (_area.Problem is null)
            Answer(_accepted);

        Invalidate();
    }
}
