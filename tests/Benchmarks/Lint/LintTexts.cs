using System.Globalization;

namespace PluginHost.Benchmarks.Lint;

/// <summary>Texts as long as posts are, of words of which few are common and many are rare, the same in every run.</summary>
internal static class LintTexts
{
    private static readonly string[] Syllables = ["ka", "ri", "to", "men", "sol", "ver", "ost", "lin", "da", "bru", "fja", "gre", "hus", "nor", "pla", "sky", "tun", "vi"];

    public static IReadOnlyList<string> Make(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => Text(random))];
    }

    /// <summary>A text that nobody has said.</summary>
    public static string New(int round) => Text(new Random(1_000_000 + round));

    /// <summary>A text that somebody has said, but for a word.</summary>
    public static string Changed(IReadOnlyList<string> texts, int round) => texts[(round * 7919) % texts.Count] + " altogether";

    private static string Text(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(12, 26)).Select(_ => Word((int)(3_000 * Math.Pow(random.NextDouble(), 3))))) + string.Create(CultureInfo.InvariantCulture, $" {random.Next(1000)}.");

    private static string Word(int number)
    {
        var random = new Random(number);
        return string.Concat(Enumerable.Range(0, 1 + (number % 3) + (number > 50 ? 1 : 0)).Select(_ => Syllables[random.Next(Syllables.Length)]));
    }
}
