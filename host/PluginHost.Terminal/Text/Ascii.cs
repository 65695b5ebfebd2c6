namespace PluginHost.Terminal;

/// <summary>Printable ASCII: a cell for each character, and nothing to look up.</summary>
internal static class Ascii
{
    /// <summary>Whether a text has nothing else.</summary>
    public static bool IsAll(ReadOnlySpan<char> text) => LengthOfFirst(text) == text.Length;

    /// <summary>How many characters of it a text begins with.</summary>
    /// <remarks>
    /// Character by character: the library's search by vectors boxes them until it is compiled for the second time, and a frame allocates nothing, the
    /// first ones neither. What is drawn is a line long.
    /// </remarks>
    public static int LengthOfFirst(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~')
                return i;
        }

        return text.Length;
    }
}
