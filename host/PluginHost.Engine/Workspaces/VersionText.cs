namespace PluginHost.Engine.Workspaces;

/// <summary>How a version is written: SemVer 2.0.</summary>
internal static class VersionText
{
    public static bool IsValid(string text)
    {
        var rest = text.AsSpan();
        if (rest.IndexOf('+') is >= 0 and var plus)
        {
            if (!AreIdentifiers(rest[(plus + 1)..], numbersAreStrict: false))
                return false;

            rest = rest[..plus];
        }

        if (rest.IndexOf('-') is >= 0 and var dash)
        {
            if (!AreIdentifiers(rest[(dash + 1)..], numbersAreStrict: true))
                return false;

            rest = rest[..dash];
        }

        var count = 0;
        foreach (var part in rest.Split('.'))
        {
            count++;
            if (!IsNumber(rest[part]))
                return false;
        }

        return count == 3;
    }

    public static string Explain(string text) => $"\"{text}\" is no version. Write three numbers, as 1.2.0 or 1.3.0-beta.2.";

    private static bool AreIdentifiers(ReadOnlySpan<char> text, bool numbersAreStrict)
    {
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (part.IsEmpty)
                return false;

            foreach (var character in part)
            {
                if (!char.IsAsciiLetterOrDigit(character) && character != '-')
                    return false;
            }

            if (numbersAreStrict && !part.ContainsAnyExceptInRange('0', '9') && !IsNumber(part))
                return false;
        }

        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length is > 0 and < 10 && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] != '0');
}
