namespace PluginHost.Engine.Workspaces;

/// <summary>How a plugin's id is written: parts of lower-case letters, digits, <c>-</c> and <c>_</c>, with dots between them, a letter first.</summary>
internal static class PluginIdText
{
    public static bool IsValid(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetterLower(text[0]))
            return false;

        var previous = '.';
        foreach (var character in text)
        {
            if (character == '.' ? previous == '.' : !IsOfPart(character))
                return false;

            previous = character;
        }

        return previous != '.';
    }

    public static string Explain(string text) =>
        $"\"{text}\" is no plugin id. An id is made of lower-case letters, digits, - and _, with dots between its parts, as acme.notes.";

    private static bool IsOfPart(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_';
}
