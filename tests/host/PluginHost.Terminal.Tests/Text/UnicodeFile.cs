using System.Globalization;

namespace PluginHost.Terminal.Tests.Text;

/// <summary>Unicode's own data and test files, where the machine has them.</summary>
internal static class UnicodeFile
{
    private const string Folder = "/usr/share/unicode";

    /// <summary>The lines of a file without comments; the test is skipped where the file is absent or of another version than our tables.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        var path = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(path), $"{path} is absent: install the package unicode-data to run this test.");
        Assert.SkipUnless(
            File.ReadLines(path).First().Contains($"-{Graphemes.UnicodeVersion}", StringComparison.Ordinal),
            $"{path} is not of Unicode {Graphemes.UnicodeVersion}: run eng/UnicodeTables to move to its version.");
        return File.ReadLines(path).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);
    }

    /// <summary>Text from code points in hexadecimal, parted by blanks. Halves of pairs are kept.</summary>
    public static string Text(string codePoints) => string.Concat(codePoints.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(OneText));

    private static string OneText(string hex)
    {
        var codePoint = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return codePoint is >= 0xD800 and <= 0xDFFF ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);
    }
}
