using System.Text.RegularExpressions;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>Makes a post's text of an item: <c>{title}</c>, <c>{link}</c>, <c>{summary}</c>, <c>{tags}</c>. Where it would be too long, the summary is cut at a word, then the title.</summary>
internal sealed partial class FeedTemplate
{
    private const string Cut = "…";
    private static readonly string[] Known = ["title", "link", "summary", "tags"];
    private readonly string _template;

    /// <exception cref="WrongUseException">It says the same of every item, or names what no item has.</exception>
    public FeedTemplate(string template)
    {
        _template = template.Replace("\\n", "\n", StringComparison.Ordinal);
        var names = Placeholder().Matches(_template).Select(match => match.Groups[1].Value).ToList();
        if (names.Find(name => !Known.Contains(name)) is { } unknown)
            throw new WrongUseException($"{{{unknown}}} stands for nothing in a template. There are {string.Join(", ", Known.Select(name => $"{{{name}}}"))}.{Nearest.Hint(unknown, Known)}");

        if (!names.Contains("title") && !names.Contains("link"))
            throw new WrongUseException($"The template \"{template}\" says the same of every item. Put {{title}} or {{link}} into it.");
    }

    /// <returns>The text; as short as it can be made where even that does not fit: the check says so.</returns>
    public string Fill(FeedItem item, Func<string, bool> fits)
    {
        var (title, summary) = (item.Title.Split(' '), item.Summary.Split(' '));
        var whole = Fill(item, item.Title, item.Summary);
        if (fits(whole))
            return whole;

        var words = _template.Contains("{summary}", StringComparison.Ordinal) ? Longest(summary.Length, count => fits(Fill(item, item.Title, First(summary, count)))) : 0;
        if (words > 0 || fits(Fill(item, item.Title, "")))
            return Fill(item, item.Title, First(summary, words));

        words = Math.Max(1, Longest(title.Length, count => fits(Fill(item, First(title, count), ""))));
        return Fill(item, First(title, words), "");
    }

    private string Fill(FeedItem item, string title, string summary)
    {
        var text = Placeholder().Replace(_template, match => match.Groups[1].Value switch
        {
            "title" => title,
            "summary" => summary,
            "link" => item.Link,
            _ => string.Join(' ', item.Tags.Select(HashTag).Where(tag => tag.Length > 1)),
        });

        // What an item lacks leaves no hole.
        return Hole().Replace(text, "\n\n").Trim();
    }

    private static string First(string[] words, int count) =>
        count == 0 ? "" : count >= words.Length ? string.Join(' ', words) : string.Join(' ', words[..count]).TrimEnd('.', ',', ';', ':', '–', '-', ' ') + Cut;

    // The greatest count that fits: more words never take less room.
    private static int Longest(int most, Func<int, bool> fits)
    {
        var (low, high) = (0, most);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (fits(middle))
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private static string HashTag(string tag) => "#" + string.Concat(tag.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[ \t]*\n[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
