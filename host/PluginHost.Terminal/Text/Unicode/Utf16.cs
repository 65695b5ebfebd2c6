namespace PluginHost.Terminal;

/// <summary>Reads UTF-16 as it comes: half a pair counts as a character, and is drawn as a sign.</summary>
internal static class Utf16
{
    /// <summary>The character at the start.</summary>
    /// <param name="text">The text, which is not empty.</param>
    /// <param name="length">How many units it takes.</param>
    public static int First(ReadOnlySpan<char> text, out int length)
    {
        var isPair = text.Length > 1 && char.IsSurrogatePair(text[0], text[1]);
        length = isPair ? 2 : 1;
        return isPair ? char.ConvertToUtf32(text[0], text[1]) : text[0];
    }
}
