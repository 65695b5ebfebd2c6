namespace PluginHost.Terminal;

/// <summary>
/// Asks whether to do something to something, and names both: its title reads "Delete spring-campaign?", its buttons "Delete" and "Cancel". Where what it does
/// cannot be undone, Cancel has the focus.
/// </summary>
public sealed class ConfirmDialog : Dialog
{
    private const int MostColumns = 70;
    private readonly DialogText _text;
    private readonly bool _isDangerous;
    private readonly Action<bool> _answered;

    /// <summary>Makes one.</summary>
    /// <param name="verb">What is done, as its button says it: <c>Delete</c>.</param>
    /// <param name="subject">What it is done to.</param>
    /// <param name="consequence">What follows; may be empty.</param>
    /// <param name="isDangerous">Whether it cannot be undone.</param>
    /// <param name="answered">Told once, when the dialog is closed: whether to do it.</param>
    public ConfirmDialog(string verb, string subject, string consequence, bool isDangerous, Action<bool> answered)
        : this(verb, subject, new DialogText(consequence, isDangerous ? Severity.Warning : null), isDangerous, answered)
    {
    }

    private ConfirmDialog(string verb, string subject, DialogText text, bool isDangerous, Action<bool> answered)
        : base(RichLine.Of($"{verb} {OneLine(subject)}?"), text)
    {
        (_text, _isDangerous, _answered) = (text, isDangerous, answered);
        var confirm = AddButton(verb, isDangerous, () => Answer(() => answered(true)));
        var cancel = AddButton("Cancel", isDangerous: false, Cancel);
        First = isDangerous ? cancel : confirm;
    }

    private protected override string Role => _isDangerous ? Roles.Warning : base.Role;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key) => base.OnKey(key) || _text.Scroll(key);

    private protected override (int Width, int Height) Measure(int mostColumns, TextOptions text) => _text.Measure(Math.Min(MostColumns, mostColumns), text);

    private protected override void OnCancelled() => _answered(false);

    // A name may be long and of several lines; the title is one.
    private static string OneLine(string subject) => subject.ReplaceLineEndings(" ");
}
