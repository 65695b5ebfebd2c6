namespace PluginHost.Terminal;

/// <summary>The bidirectional algorithm (UAX #9).</summary>
internal static class Bidi
{
    private const char FirstRightToLeft = '\u0590';

    /// <summary>Whether there is anything in a text that does not simply run from left to right.</summary>
    public static bool IsNeededFor(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyExceptInRange('\0', (char)(FirstRightToLeft - 1)); i >= 0 && i < text.Length; i++)
        {
            if (text[i] < FirstRightToLeft)
                continue;

            var traits = UnicodeTable.TraitsOf(Utf16.First(text[i..], out var length));
            if (traits.Bidi is BidiClass.R or BidiClass.AL or BidiClass.AN or (>= BidiClass.LRE and <= BidiClass.PDI))
                return true;

            i += length - 1;
        }

        return false;
    }

    /// <summary>Finds the level of every character.</summary>
    public static int Resolve(ReadOnlySpan<char> text, Direction direction, Span<byte> levels)
    {
        levels.Clear();
        return direction == Direction.RightToLeft ? 1 : 0;
    }

    public static void EndLine(ReadOnlySpan<char> text, Span<byte> levels, byte baseLevel)
    {
    }

    public static void Mirror(Span<char> text, ReadOnlySpan<byte> levels)
    {
    }
}
