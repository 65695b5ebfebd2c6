namespace PluginHost.Bluesky;

/// <summary>A language as records state it (BCP 47, RFC 5646).</summary>
internal static class LanguageTag
{
    // RFC 5646, 2.2.8: written once, and kept.
    private static readonly HashSet<string> Grandfathered = new(StringComparer.OrdinalIgnoreCase)
    {
        "en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu",
        "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE", "art-lojban", "cel-gaulish", "no-bok", "no-nyn", "zh-guoyu", "zh-hakka", "zh-min", "zh-min-nan", "zh-xiang",
    };

    /// <summary>Whether a text is written as a language. The language need not exist.</summary>
    public static bool Is(string text)
    {
        if (Grandfathered.Contains(text))
            return true;

        var parts = text.Split('-');
        return IsPrivate(parts[0]) ? ArePrivate(parts.AsSpan(1)) : IsLanguage(parts);
    }

    /// <summary>Whether a language may be stated: well written, by a short code in small letters, and no part of it twice.</summary>
    public static bool IsValid(string text)
    {
        if (!Is(text) || Grandfathered.Contains(text))
            return Grandfathered.Contains(text);

        var parts = text.Split('-');
        return IsPrivate(parts[0]) || (parts[0].Length is 2 or 3 && !parts[0].AsSpan().ContainsAnyExceptInRange('a', 'z') && HasNothingTwice(parts));
    }

    private static bool IsLanguage(string[] parts)
    {
        if (parts[0].Length is < 2 or > 8 || !AreLetters(parts[0]))
            return false;

        var at = 1;
        for (var extended = 0; extended < 3 && parts[0].Length < 4 && At(parts, at) is { Length: 3 } more && AreLetters(more); extended++)
            at++;

        if (At(parts, at) is { Length: 4 } script && AreLetters(script))
            at++;

        if (At(parts, at) is { } region && (region.Length == 2 ? AreLetters(region) : region.Length == 3 && AreDigits(region)))
            at++;

        while (At(parts, at) is { } variant && IsVariant(variant))
            at++;

        while (At(parts, at) is { Length: 1 } singleton && !IsPrivate(singleton) && IsPart(singleton))
        {
            var from = ++at;
            while (At(parts, at) is { Length: > 1 and <= 8 } extension && IsPart(extension))
                at++;

            if (at == from)
                return false;
        }

        return at == parts.Length || (IsPrivate(parts[at]) && ArePrivate(parts.AsSpan(at + 1)));
    }

    private static bool HasNothingTwice(string[] parts)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isExtension = false;
        foreach (var part in parts.AsSpan(1))
        {
            if (IsPrivate(part))
                break;

            isExtension |= part.Length == 1;
            if ((part.Length == 1 || (!isExtension && IsVariant(part))) && !seen.Add(part))
                return false;
        }

        return true;
    }

    private static bool ArePrivate(ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (part.Length is 0 or > 8 || !IsPart(part))
                return false;
        }

        return parts.Length > 0;
    }

    private static string? At(string[] parts, int place) => place < parts.Length ? parts[place] : null;

    private static bool IsPrivate(string part) => part is "x" or "X";

    private static bool IsVariant(string part) => IsPart(part) && (part.Length is >= 5 and <= 8 || (part.Length == 4 && char.IsAsciiDigit(part[0])));

    private static bool IsPart(string part) => part.All(char.IsAsciiLetterOrDigit);

    private static bool AreLetters(string part) => part.All(char.IsAsciiLetter);

    private static bool AreDigits(string part) => part.All(char.IsAsciiDigit);
}
