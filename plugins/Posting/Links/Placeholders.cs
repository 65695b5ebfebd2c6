using System.Text.RegularExpressions;

namespace PluginHost.Posting.Links;

/// <summary>Names in braces that stand for what is known later.</summary>
internal static partial class Placeholders
{
    public static IEnumerable<string> In(string text) => Braces().Matches(text).Select(match => match.Groups[1].Value);

    public static string Fill(string text, Func<string, string> valueOf) => Braces().Replace(text, match => valueOf(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
