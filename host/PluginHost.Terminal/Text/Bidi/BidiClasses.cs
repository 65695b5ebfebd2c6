namespace PluginHost.Terminal;

/// <summary>The bidirectional classes of a text, one for each UTF-16 unit. The second half of a pair counts as removed.</summary>
internal static class BidiClasses
{
    public static void Of(ReadOnlySpan<char> text, Span<BidiClass> classes)
    {
        for (var i = 0; i < text.Length; i++)
            classes[i] = At(text, i);
    }

    public static BidiClass At(ReadOnlySpan<char> text, int index) =>
        char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1])
            ? BidiClass.BN
            : UnicodeTable.TraitsOf(Utf16.First(text[index..], out _)).Bidi;

    public static bool IsIsolateInitiator(BidiClass type) => type is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    /// <summary>Whether rule X9 removes it.</summary>
    public static bool IsRemoved(BidiClass type) => type is BidiClass.BN or (>= BidiClass.LRE and <= BidiClass.PDF);

    /// <summary>The level that the first strong character asks for (P2, P3). Isolates are passed over.</summary>
    /// <param name="classes">The classes, from where to look.</param>
    /// <param name="isInIsolate">Whether to look no further than to the end of an isolate that was opened before.</param>
    /// <returns>0 or 1; -1 where there is none.</returns>
    public static int FirstStrong(ReadOnlySpan<BidiClass> classes, bool isInIsolate)
    {
        var depth = 0;
        foreach (var type in classes)
        {
            if (type is BidiClass.B || (isInIsolate && type == BidiClass.PDI && depth == 0))
                return -1;

            if (type == BidiClass.PDI)
                depth = Math.Max(0, depth - 1);
            else if (IsIsolateInitiator(type))
                depth++;
            else if (depth == 0 && type is BidiClass.L or BidiClass.R or BidiClass.AL)
                return type == BidiClass.L ? 0 : 1;
        }

        return -1;
    }
}
