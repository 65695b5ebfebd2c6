using System.Globalization;

namespace PluginHost.UnicodeTables;

/// <summary>A file of Unicode's data: lines of code points or ranges, and fields parted by semicolons.</summary>
internal static class PropertyFile
{
    private const string Missing = "# @missing:";
    private const string None = "<none>";

    /// <summary>The lines that say something, and first those that say what is so where nothing is said.</summary>
    /// <param name="path">The file.</param>
    /// <returns>First and last code point, and the fields that follow.</returns>
    public static IEnumerable<(int First, int Last, string[] Fields)> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        return lines.Where(line => line.StartsWith(Missing, StringComparison.Ordinal)).Select(line => Parse(line[Missing.Length..]))
            .Concat(lines.Select(line => line.Split('#')[0]).Where(line => line.Contains(';', StringComparison.Ordinal)).Select(Parse))
            .Where(line => line.Fields[0] != None);
    }

    /// <summary>The version in the name on the first line, as in <c># EastAsianWidth-15.0.0.txt</c>.</summary>
    /// <param name="path">The file.</param>
    public static string VersionOf(string path) => Path.GetFileNameWithoutExtension(File.ReadLines(path).First()).Split('-')[^1];

    private static (int First, int Last, string[] Fields) Parse(string line)
    {
        var fields = line.Split('#')[0].Split(';', StringSplitOptions.TrimEntries);
        // Of a sequence (a symbol and its variation selector) the first counts.
        var range = fields[0].Split(' ')[0].Split("..");
        return (CodePoint(range[0]), CodePoint(range[^1]), fields[1..]);
    }

    private static int CodePoint(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
