using System.Net;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Inbox;

/// <summary>
/// The FAQ as a page for a site: one file without scripts, with a place to link to for each question. What stands in the file is text: no mark-up of it becomes mark-up of
/// the page.
/// </summary>
internal static class FaqHtml
{
    public static string Of(FaqPage page, string language)
    {
        var title = page.Title.Length > 0 ? page.Title : "Questions and answers";
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html").Append(LanguageOf(language)).Append(">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(Text(title)).Append("</title>\n</head>\n<body>\n<h1 dir=\"auto\">")
            .Append(Text(title)).Append("</h1>\n");
        var place = 0;
        foreach (var entry in page.Entries)
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<h2 id=\"q{++place}\" dir=\"auto\">").Append(Text(entry.Question)).Append("</h2>\n");
            foreach (var paragraph in entry.Answer.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
                html.Append("<p dir=\"auto\">").Append(Text(paragraph.Trim()).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>The FAQ as Markdown for readers: what people also ask is left out.</summary>
    public static string MarkdownOf(FaqPage page)
    {
        var text = new StringBuilder();
        if (page.Title.Length > 0)
            text.Append("# ").Append(page.Title).Append("\n\n");

        foreach (var entry in page.Entries)
            text.Append("## ").Append(entry.Question).Append("\n\n").Append(entry.Answer).Append("\n\n");

        return text.ToString().TrimEnd() + "\n";
    }

    // Where nobody says it, nothing is claimed: a wrong one is read out wrongly.
    private static string LanguageOf(string language) => language.Length > 0 ? $" lang=\"{Text(language)}\"" : "";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
