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
            .Numbers("ushort", "Places", "Which block stands for each 128 code points.", table.Places)
            .Numbers("byte", "Blocks", "Blocks of 128 numbers of traits.", table.Blocks)
            .Numbers("uint", "TraitsByNumber", "Every combination of traits that occurs.", table.Values.Select(traits => traits.Bits))
            .ToString());

        var mirrors = PropertyFile.Read(Path.Combine(folder, "BidiMirroring.txt"))
            .Select(line => (From: line.First, To: Convert.ToInt32(line.Fields[0], 16))).OrderBy(pair => pair.From).ToList();
        yield return ("UnicodeTable.Mirrors.g.cs", new SourceFile(version)
            .Numbers("ushort", "Mirrored", "Characters with a mirrored twin, in order.", mirrors.Select(pair => checked((ushort)pair.From)))
            .Numbers("ushort", "Mirrors", "Their twins.", mirrors.Select(pair => checked((ushort)pair.To)))
            .ToString());

        yield return ("UnicodeTable.ArabicForms.g.cs", new SourceFile(version)
            .Numbers("ushort", "ArabicForms", "Of each letter from U+0621: isolated, final, initial, medial; 0 where there is none.", ArabicForms.From(folder))
            .ToString());
    }
}
