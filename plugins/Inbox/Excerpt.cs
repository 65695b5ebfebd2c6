using System.Globalization;

namespace PluginHost.Inbox;

/// <summary>The beginning of a text, for messages and lists: one line, cut between characters as people see them.</summary>
internal static class Excerpt
{
    private const int Most = 80;

    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var letters = new StringInfo(line);
        return letters.LengthInTextElements <= Most ? line : letters.SubstringByTextElements(0, Most - 1) + "…";
    }
}
