namespace PluginHost.Terminal;

/// <summary>One change of a document: a text in place of another. It can be turned round.</summary>
public sealed record TextEdit
{
    /// <summary>Makes one.</summary>
    /// <param name="start">Where it happened.</param>
    /// <param name="removed">What stood there before; may be empty.</param>
    /// <param name="inserted">What stands there now; may be empty.</param>
    public TextEdit(TextPlace start, string removed, string inserted)
    {
        (Start, Removed, Inserted) = (start, removed, inserted);
        (RemovedEnd, InsertedEnd) = (LineReader.EndOf(start, removed), LineReader.EndOf(start, inserted));
    }

    /// <summary>Where it happened.</summary>
    public TextPlace Start { get; }

    /// <summary>What stood there before, with its line ends.</summary>
    public string Removed { get; }

    /// <summary>What stands there now.</summary>
    public string Inserted { get; }

    /// <summary>Where the text before ended.</summary>
    public TextPlace RemovedEnd { get; }

    /// <summary>Where the text now ends.</summary>
    public TextPlace InsertedEnd { get; }

    /// <summary>The change that takes it back.</summary>
    public TextEdit Inverse => new(Start, Inserted, Removed);

    /// <summary>Where a place went by it. One in what was removed, or at its end, stands behind what was inserted.</summary>
    /// <param name="place">A place in the document before.</param>
    public TextPlace Moved(TextPlace place)
    {
        if (place < Start)
            return place;

        if (place <= RemovedEnd)
            return InsertedEnd;

        return place.Line == RemovedEnd.Line
            ? new TextPlace(InsertedEnd.Line, InsertedEnd.Column + place.Column - RemovedEnd.Column)
            : place with { Line = place.Line + InsertedEnd.Line - RemovedEnd.Line };
    }
}
