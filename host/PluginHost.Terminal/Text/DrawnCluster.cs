namespace PluginHost.Terminal;

/// <summary>A cluster in its place on screen. A tab and the ellipsis of a line that was cut may be several of them, with one place in the text.</summary>
public readonly ref struct DrawnCluster
{
    internal DrawnCluster(ReadOnlySpan<char> text, scoped in Piece piece)
    {
        Text = text;
        Column = piece.Column;
        Width = piece.Width;
        Index = piece.Index;
        Length = piece.Length;
    }

    /// <summary>What to draw: the cluster itself, its shaped or mirrored form, or the sign of what must not be sent.</summary>
    /// <value>Empty where it takes no cell.</value>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Its first cell, from 0 at the left end of the line.</summary>
    public int Column { get; }

    /// <summary>How many cells it takes: 0 to 2.</summary>
    public int Width { get; }

    /// <summary>Where it begins in the text.</summary>
    public int Index { get; }

    /// <summary>How many UTF-16 units of the text it stands for.</summary>
    public int Length { get; }
}
