using System.Buffers;

namespace PluginHost.Terminal;

/// <summary>
/// The bidirectional algorithm (UAX #9), whole: embeddings, overrides, isolates, bracket pairs. Levels are given to every UTF-16 unit. What the
/// algorithm removes keeps the level of what stands before it, because it may be drawn as a sign.
/// </summary>
internal static class Bidi
{
    private const char FirstRightToLeft = '\u0590';

    /// <summary>Whether there is anything in a text that does not simply run from left to right.</summary>
    public static bool IsNeededFor(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
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

    /// <summary>Finds the level of every character of a paragraph (P2 to I2, and L1 for separators).</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="direction">Its direction, or that it is to be found.</param>
    /// <param name="levels">The levels.</param>
    /// <returns>The level of the paragraph: 0 or 1.</returns>
    public static byte Resolve(ReadOnlySpan<char> text, Direction direction, Span<byte> levels)
    {
        var length = text.Length;
        var rented = ArrayPool<BidiClass>.Shared.Rent(length * 2);
        try
        {
            var classes = rented.AsSpan(0, length);
            BidiClasses.Of(text, classes);
            var level = direction switch
            {
                Direction.LeftToRight => 0,
                Direction.RightToLeft => 1,
                _ => Math.Max(0, BidiClasses.FirstStrong(classes, isInIsolate: false)),
            };

            IsolatingRuns.Resolve(text, classes, rented.AsSpan(length, length), levels, (byte)level);
            EndSegments(classes, levels, (byte)level);
            return (byte)level;
        }
        finally
        {
            ArrayPool<BidiClass>.Shared.Return(rented);
        }
    }

    /// <summary>Gives the blanks at the end of a line the level of the paragraph (L1).</summary>
    public static void EndLine(ReadOnlySpan<char> text, Span<byte> levels, byte level)
    {
        for (var i = text.Length - 1; i >= 0 && IsBlank(BidiClasses.At(text, i)); i--)
            levels[i] = level;
    }

    /// <summary>Puts the mirrored twin in the place of each bracket and the like that runs from right to left (L4).</summary>
    public static void Mirror(Span<char> text, ReadOnlySpan<byte> levels)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (levels[i] % 2 == 1 && UnicodeTable.TraitsOf(text[i]).IsMirrored)
                text[i] = UnicodeTable.MirrorOf(text[i]);
        }
    }

    private static void EndSegments(ReadOnlySpan<BidiClass> classes, Span<byte> levels, byte level)
    {
        var isBeforeSeparator = false;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            isBeforeSeparator = classes[i] is BidiClass.S or BidiClass.B || (isBeforeSeparator && IsBlank(classes[i]));
            if (isBeforeSeparator)
                levels[i] = level;
        }
    }

    private static bool IsBlank(BidiClass type) => type is BidiClass.WS or BidiClass.S or BidiClass.B
        || BidiClasses.IsIsolateInitiator(type) || type == BidiClass.PDI || BidiClasses.IsRemoved(type);
}
