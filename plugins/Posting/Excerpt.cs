using System.Globalization;

namespace PluginHost.Posting;

/// <summary>The beginning of a text, for messages that name it. It is cut between what people see as characters: half of one is no text.</summary>
internal static class Excerpt
{
    private const int Most = 60;

    public static string Of(string text)
    {
        var characters = new StringInfo(text);
        return characters.LengthInTextElements <= Most ? text : characters.SubstringByTextElements(0, Most) + "…";
    }
}
