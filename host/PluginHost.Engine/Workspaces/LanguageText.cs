namespace PluginHost.Engine.Workspaces;

/// <summary>How a language is written: it looks like BCP 47, a language of two or three letters and what narrows it. No list of languages is kept.</summary>
internal static class LanguageText
{
    public static bool IsValid(string text)
    {
        var span = text.AsSpan();
        var first = true;
        foreach (var range in span.Split('-'))
        {
            var part = span[range];
            if (part.Length is 0 or > 8)
                return false;

            foreach (var character in part)
            {
                if (first ? !char.IsAsciiLetter(character) : !char.IsAsciiLetterOrDigit(character))
                    return false;
            }

            if (first && part.Length is not (2 or 3))
                return false;

            first = false;
        }

        return true;
    }

    public static string Explain(string text)
    {
        var dashed = text.Replace('_', '-');
        return dashed != text && IsValid(dashed)
            ? $"\"{text}\" is no language. Did you mean \"{dashed}\"?"
            : $"\"{text}\" is no language. Write it as en, nb or pt-BR.";
    }
}
