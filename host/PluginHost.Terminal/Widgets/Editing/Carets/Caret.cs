namespace PluginHost.Terminal;

/// <summary>A caret in a document, with what it selects.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Anchor">The other end of its selection; its own place where it selects nothing.</param>
public readonly record struct Caret(TextPlace Place, TextPlace Anchor)
{
    /// <summary>Makes one that selects nothing.</summary>
    /// <param name="place">Where it stands.</param>
    public Caret(TextPlace place)
        : this(place, place)
    {
    }

    /// <summary>What it selects.</summary>
    public TextRange Range => TextRange.Between(Place, Anchor);

    /// <summary>Whether it selects anything.</summary>
    public bool HasSelection => Place != Anchor;

    /// <summary>The column on screen that it keeps while it goes up and down; null where it has none to keep.</summary>
    internal int? Wish { get; init; }

    internal Caret MovedTo(TextPlace place, bool selects) => new(place, selects ? Anchor : place);

    internal Caret Shifted(TextEdit edit) => new(edit.Moved(Place), edit.Moved(Anchor));
}
