namespace PluginHost.Terminal;

/// <summary>Tells something that a person must have seen, or asks which of a few ways to go.</summary>
public sealed class MessageDialog : Dialog
{
    private const int MostColumns = 70;
    private readonly DialogText _text;
    private readonly Severity _severity;

    /// <summary>Makes one that is closed by one button.</summary>
    /// <param name="severity">How much it matters.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="text">What happened, to what, and what to do next.</param>
    public MessageDialog(Severity severity, string title, string text)
        : this(severity, title, text, [new DialogChoice("Close", () => { })])
    {
    }

    /// <summary>Makes one that asks.</summary>
    /// <param name="severity">How much it matters.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="text">What there is to know.</param>
    /// <param name="choices">The ways to go; the last has the focus at first, so it should be the harmless one.</param>
    public MessageDialog(Severity severity, string title, string text, IReadOnlyList<DialogChoice> choices)
        : this(severity, title, new DialogText(text, severity), choices)
    {
    }

    private MessageDialog(Severity severity, string title, DialogText text, IReadOnlyList<DialogChoice> choices)
        : base(RichLine.Of(title), text)
    {
        (_severity, _text) = (severity, text);
        foreach (var choice in choices)
            First = AddButton(choice.Title, isDangerous: false, () => Answer(choice.Run));
    }

    /// <summary>Called when it was closed by Esc.</summary>
    public Action? Cancelled { get; init; }

    private protected override string Role => _severity is Severity.Warning or Severity.Bad ? SeverityLooks.Role(_severity) : base.Role;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key) => base.OnKey(key) || _text.Scroll(key);

    private protected override (int Width, int Height) Measure(int mostColumns, TextOptions text) => _text.Measure(Math.Min(MostColumns, mostColumns), text);

    private protected override void OnCancelled() => Cancelled?.Invoke();
}
