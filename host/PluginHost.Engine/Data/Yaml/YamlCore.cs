using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data.Yaml;

/// <summary>
/// What a plain scalar means in data files: the core schema of YAML 1.2 (section 10.3.2). <c>yes</c>, <c>no</c>, <c>on</c>, <c>off</c> and dates
/// are texts there.
/// </summary>
internal static class YamlCore
{
    private const int ExactDigits = 28;

    /// <summary>The value; null with a problem where it looks like a number that <see cref="NumberValue"/> cannot hold.</summary>
    public static Value? ToValue(YamlScalar scalar, out string? problem)
    {
        problem = null;
        var text = scalar.Text;
        if (!scalar.IsPlain)
            return text;

        if (scalar.IsNothing)
            return Value.Nothing;

        switch (text)
        {
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
        }

        if (!LooksLikeNumber(text))
            return text;

        if (ReadNumber(text) is { } number)
            return number;

        problem = $"{text} is no number that can be kept exactly. Put it in quotes to keep it as a text.";
        return null;
    }

    private static decimal? ReadNumber(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return ReadWhole(text.AsSpan(2), 16);

        if (text.StartsWith("0o", StringComparison.Ordinal))
            return ReadWhole(text.AsSpan(2), 8);

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return CountDigits(text) <= ExactDigits && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static decimal? ReadWhole(ReadOnlySpan<char> digits, int radix)
    {
        UInt128 number = 0;
        foreach (var digit in digits)
        {
            number = (number * (uint)radix) + (uint)Convert.ToInt32(digit.ToString(), 16);
            if (number > (UInt128)decimal.MaxValue)
                return null;
        }

        return (decimal)number;
    }

    private static bool LooksLikeNumber(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return text.Length > 2 && !text.AsSpan(2).ContainsAnyExcept("0123456789abcdefABCDEF");

        if (text.StartsWith("0o", StringComparison.Ordinal))
            return text.Length > 2 && !text.AsSpan(2).ContainsAnyExcept("01234567");

        var rest = text.AsSpan();
        if (rest is ".nan" or ".NaN" or ".NAN")
            return true;

        if (rest[0] is '+' or '-')
            rest = rest[1..];

        if (rest is ".inf" or ".Inf" or ".INF")
            return true;

        var whole = SkipDigits(ref rest);
        var fraction = 0;
        if (rest is ['.', ..])
        {
            rest = rest[1..];
            fraction = SkipDigits(ref rest);
        }

        if (whole + fraction == 0)
            return false;

        if (rest is not ['e' or 'E', ..])
            return rest.IsEmpty;

        rest = rest[1..];
        if (rest is ['+' or '-', ..])
            rest = rest[1..];

        return SkipDigits(ref rest) > 0 && rest.IsEmpty;
    }

    private static int SkipDigits(ref ReadOnlySpan<char> rest)
    {
        var count = rest.IndexOfAnyExceptInRange('0', '9');
        if (count < 0)
            count = rest.Length;

        rest = rest[count..];
        return count;
    }

    // Zeros in front do not count; the exponent does not either.
    private static int CountDigits(string text)
    {
        var count = 0;
        foreach (var character in text)
        {
            if (character is 'e' or 'E')
                break;

            if (char.IsAsciiDigit(character) && (count > 0 || character != '0'))
                count++;
        }

        return count;
    }
}
