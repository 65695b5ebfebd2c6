using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PluginHost.Engine.Plugins;

/// <summary>
/// The SDK versions that a plugin runs with. Versions have one to three numbers.
/// <list type="bullet">
/// <item><c>^1.2</c>: from 1.2 to before 2.0, the usual one; <c>^0.3</c> ends before 0.4, as SemVer promises nothing between minors of 0.</item>
/// <item><c>1.2</c>: any 1.2; <c>1.2.3</c>: that one alone.</item>
/// <item><c>&gt;=1.2</c>: from 1.2 without an end; <c>&gt;=1.2 &lt;3.0</c>: with one.</item>
/// </list>
/// </summary>
internal sealed record SdkRange
{
    private SdkRange(Version from, Version? before)
    {
        From = from;
        Before = before;
    }

    /// <summary>The first version allowed.</summary>
    public Version From { get; }

    /// <summary>The first version no longer allowed; null where there is no end.</summary>
    public Version? Before { get; }

    /// <summary>Reads a range.</summary>
    /// <returns>The range; null where the text is none, or allows nothing.</returns>
    public static SdkRange? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [['^', .. var from]] when TryVersion(from, out var version, out _) => new SdkRange(version, EndOfCaret(version)),
            [['>', '=', .. var from]] when TryVersion(from, out var version, out _) => new SdkRange(version, null),
            [['>', '=', .. var from], ['<', .. var to]]
                when TryVersion(from, out var version, out _) && TryVersion(to, out var end, out _) && version < end => new SdkRange(version, end),
            [var only] when TryVersion(only, out var version, out var numbers) => new SdkRange(version, Next(version, numbers)),
            _ => null,
        };
    }

    public bool Allows(Version version)
    {
        var three = new Version(version.Major, version.Minor, Math.Max(0, version.Build));
        return three >= From && (Before is null || three < Before);
    }

    // The leftmost number that is not 0 may not change.
    private static Version EndOfCaret(Version from) => Next(from, from.Major > 0 ? 1 : from.Minor > 0 ? 2 : 3);

    // The next version that differs in the first so many numbers.
    private static Version Next(Version version, int numbers) => numbers switch
    {
        1 => new Version(version.Major + 1, 0, 0),
        2 => new Version(version.Major, version.Minor + 1, 0),
        _ => new Version(version.Major, version.Minor, version.Build + 1),
    };

    private static bool TryVersion(string text, [NotNullWhen(true)] out Version? version, out int numbers)
    {
        version = null;
        var parts = text.Split('.');
        numbers = parts.Length;
        if (numbers > 3)
            return false;

        Span<int> read = [0, 0, 0];
        for (var index = 0; index < numbers; index++)
        {
            // Few digits, so that the next version is a number, too.
            if (parts[index].Length > 6 || !int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out read[index]))
                return false;
        }

        version = new Version(read[0], read[1], read[2]);
        return true;
    }
}
