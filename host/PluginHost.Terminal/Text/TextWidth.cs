namespace PluginHost.Terminal;

/// <summary>How many cells a text takes.</summary>
public static class TextWidth
{
    /// <summary>The cells of a text in one line, with the signs of what is not drawn as itself.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">What the terminal does.</param>
    public static int Of(ReadOnlySpan<char> text, TextOptions options)
    {
        if (Ascii.IsAll(text))
            return text.Length;

        var width = 0;
        for (var index = 0; index < text.Length;)
        {
            var piece = PieceReader.Read(text, index, width, options);
            width += piece.Width;
            index += piece.Length;
        }

        return width;
    }
}
