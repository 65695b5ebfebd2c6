using System.Text.RegularExpressions;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Finds what was to be filled in before anybody reads it.</summary>
internal sealed partial class PlaceholderLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint) =>
        from part in Enumerable.Range(0, lint.Parts.Count)
        from hole in Hole().Matches(lint.Parts[part])
        select new Finding
        {
            Message = $"\"{hole.Value}\" looks like a placeholder that nobody has filled. Fill it in.",
            Range = new TextRange { Part = part, Start = hole.Index, Length = hole.Length },
        };

    // Templates ({{name}}, {name}, ${name}, <%= name %>), formats (%s), and what people write to themselves. A sign of per cent behind a figure is none.
    [GeneratedRegex(
        """
        \{\{[^{}\n]{0,60}\}\} | \$?\{\s*[A-Za-z_][\w.\- ]{0,40}\} | \{[0-9]{1,2}\} | <%=?[^%\n]{0,60}%> | (?<![\w%])%[sd](?![\w%])
        | \[(?:TODO|TBD|TBC|FIXME|XXX+|INSERT\b[^\]\n]{0,40}|(?:YOUR\ )?(?:NAME|LINK|URL|DATE|PLACE|PRICE))\] | \blorem\ ipsum\b
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Hole();
}
