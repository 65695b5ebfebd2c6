namespace PluginHost.Terminal;

/// <summary>Printable ASCII: a cell for each character, and nothing to look up.</summary>
internal static class Ascii
{
    /// <summary>Whether a text has nothing else.</summary>
    /// <remarks>
    /// Character by character: the library's search by vectors boxes them until it is compiled for the second time, and a frame allocates nothing, the
    /// first ones neither. What is drawn is a line long.
    /// </remarks>
    public static bool IsAll(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or > '~')
                return false;
        }

        return true;
    }
}
