namespace PluginHost.UnicodeTables;

/// <summary>The files to write.</summary>
internal static class Tables
{
    /// <summary>Makes them.</summary>
    /// <param name="folder">Where Unicode's data lies.</param>
    /// <returns>The name and the text of each.</returns>
    public static IEnumerable<(string Name, string Text)> From(string folder)
    {
        var version = PropertyFile.VersionOf(Path.Combine(folder, "EastAsianWidth.txt"));

        var table = new StagedTable(TraitsByCodePoint.From(folder));
        yield return ("UnicodeTable.Traits.g.cs", new SourceFile(version)
            .Constant("Version", version)
            .Numbers(2, "Places", "Which block stands for each 128 code points. Two bytes each.", table.Places.Select(place => (int)place))
            .Numbers(1, "Blocks", "Blocks of 128 numbers of traits.", table.Blocks.Select(number => (int)number))
            .Numbers(4, "TraitsByNumber", "Every combination of traits that occurs. Four bytes each.", table.Values.Select(traits => (int)traits.Bits))
            .ToString());

        var mirrors = PropertyFile.Read(Path.Combine(folder, "BidiMirroring.txt"))
            .Select(line => (From: line.First, To: Convert.ToInt32(line.Fields[0], 16))).OrderBy(pair => pair.From).ToList();
        yield return ("UnicodeTable.Mirrors.g.cs", new SourceFile(version)
            .Numbers(2, "Mirrored", "Characters with a mirrored twin, in order. Two bytes each.", mirrors.Select(pair => InTwoBytes(pair.From)))
            .Numbers(2, "Mirrors", "Their twins. Two bytes each.", mirrors.Select(pair => InTwoBytes(pair.To)))
            .ToString());

        yield return ("UnicodeTable.ArabicForms.g.cs", new SourceFile(version)
            .Numbers(2, "ArabicForms", "Of each letter from U+0621: isolated, final, initial, medial; 0 where there is none. Two bytes each.",
                ArabicForms.From(folder))
            .ToString());
    }

    private static int InTwoBytes(int codePoint) => checked((ushort)codePoint);
}
