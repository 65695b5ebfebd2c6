using PluginHost.Terminal;

namespace PluginHost.UnicodeTables;

/// <summary>Gathers what the data files say about every code point.</summary>
internal static class TraitsByCodePoint
{
    private const int Count = 0x110000;

    public static Traits[] From(string folder)
    {
        var all = new Traits[Count];
        Array.Fill(all, new Traits { Width = CellWidth.One });

        Each(folder, "auxiliary/GraphemeBreakProperty.txt", (traits, value) => traits with { Break = BreakOf(value[0]) });
        Each(folder, "emoji/emoji-data.txt", (traits, value) => value[0] == "Extended_Pictographic" && traits.Break == GraphemeBreak.Other
            ? traits with { Break = GraphemeBreak.Pictograph } : traits);
        Each(folder, "emoji/emoji-variation-sequences.txt", (traits, _) => traits with { HasVariants = true });
        Each(folder, "EastAsianWidth.txt", (traits, value) => traits with { Width = WidthOf(value[0]) });
        Each(folder, "extracted/DerivedGeneralCategory.txt", (traits, value) => Narrow(traits, value[0]));
        Each(folder, "extracted/DerivedBidiClass.txt", (traits, value) => traits with { Bidi = BidiOf(value[0]) });
        Each(folder, "extracted/DerivedJoiningType.txt", (traits, value) => traits with { Joining = JoiningOf(value[0]) });
        Each(folder, "LineBreak.txt", (traits, value) => traits with { Line = LineOf(value[0]) });
        Each(folder, "BidiMirroring.txt", (traits, _) => traits with { IsMirrored = true });
        Each(folder, "BidiBrackets.txt", (traits, value) => traits with { Bracket = value[1] == "o" ? BracketKind.Open : BracketKind.Close });
        return all;

        void Each(string folder, string name, Func<Traits, string[], Traits> change)
        {
            foreach (var (first, last, fields) in PropertyFile.Read(Path.Combine(folder, name)))
            {
                for (var codePoint = first; codePoint <= last; codePoint++)
                    all[codePoint] = change(all[codePoint], fields);
            }
        }
    }

    // After the widths of East Asia: what is drawn over its neighbour, or not at all, takes no cell of its own.
    private static Traits Narrow(Traits traits, string category)
    {
        var isZero = category is "Mn" or "Me"
            || (category == "Cf" && traits.Break != GraphemeBreak.Prepend)
            || (category != "Cs" && traits.Break is GraphemeBreak.CR or GraphemeBreak.LF or GraphemeBreak.Control)
            || traits.Break is GraphemeBreak.V or GraphemeBreak.T;
        return isZero ? traits with { Width = CellWidth.Zero } : traits;
    }

    private static GraphemeBreak BreakOf(string value) => value switch
    {
        "Regional_Indicator" => GraphemeBreak.RegionalIndicator,
        _ => Enum.Parse<GraphemeBreak>(value),
    };

    private static CellWidth WidthOf(string value) => value switch
    {
        "W" or "F" => CellWidth.Two,
        "A" => CellWidth.Ambiguous,
        _ => CellWidth.One,
    };

    private static BidiClass BidiOf(string value) => value switch
    {
        "Left_To_Right" => BidiClass.L,
        "Right_To_Left" => BidiClass.R,
        "Arabic_Letter" => BidiClass.AL,
        "European_Terminator" => BidiClass.ET,
        "Boundary_Neutral" => BidiClass.BN,
        _ => Enum.Parse<BidiClass>(value),
    };

    private static JoiningType JoiningOf(string value) => value == "Non_Joining" ? JoiningType.U : Enum.Parse<JoiningType>(value);

    private static LineBreak LineOf(string value) => value switch
    {
        "SP" => LineBreak.Space,
        "HY" or "BA" or "ZW" => LineBreak.After,
        "ID" or "H2" or "H3" or "JL" or "EB" or "RI" => LineBreak.Both,
        "OP" => LineBreak.Open,
        "CL" or "CP" or "EX" or "NS" or "CJ" or "IS" => LineBreak.Close,
        "GL" or "WJ" => LineBreak.Glue,
        "BK" or "CR" or "LF" or "NL" => LineBreak.Must,
        _ => LineBreak.Letter,
    };
}
