using System.Buffers.Binary;

namespace PluginHost.Terminal;

/// <summary>What Unicode says about a character. The data is written by <c>eng/UnicodeTables</c>.</summary>
internal static partial class UnicodeTable
{
    private const int BlockShift = 7;
    private const int BlockMask = (1 << BlockShift) - 1;
    private const int FirstArabic = 0x0621;
    private const int ArabicKinds = 4;

    /// <summary>All that is kept of a character.</summary>
    /// <param name="codePoint">The character, which may be half of a pair.</param>
    public static Traits TraitsOf(int codePoint)
    {
        var number = Blocks[(At(Places, codePoint >> BlockShift) << BlockShift) | (codePoint & BlockMask)];
        return new Traits(BinaryPrimitives.ReadUInt32LittleEndian(TraitsByNumber[(number * sizeof(uint))..]));
    }

    /// <summary>The mirrored twin: of an opening bracket the closing one.</summary>
    /// <param name="character">The character.</param>
    /// <returns>The twin; the character itself where it has none.</returns>
    public static char MirrorOf(char character)
    {
        var (low, high) = (0, (Mirrored.Length / sizeof(ushort)) - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(Mirrored, middle) < character)
                low = middle + 1;
            else
                high = middle;
        }

        return At(Mirrored, low) == character ? (char)At(Mirrors, low) : character;
    }

    /// <summary>The shape of an Arabic letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="form">Which shape.</param>
    /// <returns>The shape's own character; the letter itself where it has none.</returns>
    public static char ArabicFormOf(char letter, ArabicForm form)
    {
        var place = ((letter - FirstArabic) * ArabicKinds) + (int)form;
        return place < 0 || place >= ArabicForms.Length / sizeof(ushort) || At(ArabicForms, place) == 0 ? letter : (char)At(ArabicForms, place);
    }

    private static ushort At(ReadOnlySpan<byte> table, int place) => BinaryPrimitives.ReadUInt16LittleEndian(table[(place * sizeof(ushort))..]);
}
