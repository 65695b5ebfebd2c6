using System.Globalization;

namespace PluginHost.UnicodeTables;

/// <summary>The presentation forms of single Arabic letters: isolated, final, initial, medial.</summary>
internal static class ArabicForms
{
    public const int First = 0x0621;
    public const int Last = 0x06D5;

    private static readonly string[] Kinds = ["<isolated>", "<final>", "<initial>", "<medial>"];

    /// <summary>Four places for each letter from <see cref="First"/> to <see cref="Last"/>; 0 where there is no such form.</summary>
    /// <param name="folder">Where UnicodeData.txt lies.</param>
    public static int[] From(string folder)
    {
        var forms = new int[(Last - First + 1) * Kinds.Length];
        foreach (var fields in File.ReadLines(Path.Combine(folder, "UnicodeData.txt")).Select(line => line.Split(';')))
        {
            var parts = fields[5].Split(' ');
            var kind = Array.IndexOf(Kinds, parts[0]);
            if (kind < 0 || parts.Length != 2)
                continue;

            var letter = Hex(parts[1]);
            if (letter is >= First and <= Last)
                forms[((letter - First) * Kinds.Length) + kind] = checked((ushort)Hex(fields[0]));
        }

        return forms;
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
