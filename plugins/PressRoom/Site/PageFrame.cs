namespace PluginHost.PressRoom.Site;

/// <summary>What all pages have: head, banner and foot. A page asks nothing of any other place: no script, no font, no sheet.</summary>
/// <param name="organisation">Who speaks.</param>
/// <param name="address">Where the newsroom is to be read; empty: nobody has said.</param>
internal sealed class PageFrame(string organisation, string address)
{
    // Whatever a text may hold, a browser runs and fetches nothing but our own sheet and pictures.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'";

    /// <param name="language">The page's language.</param>
    /// <param name="path">Where it stands within the newsroom.</param>
    /// <param name="title">What stands over the window.</param>
    /// <param name="description">What a search shows of it.</param>
    /// <param name="others">The same in other languages, itself among them, by their paths.</param>
    /// <param name="hasFeed">Whether there is a feed in its language.</param>
    /// <param name="content">What stands between banner and foot.</param>
    /// <param name="isHidden">Whether search engines are asked to forget it.</param>
    public string Make(
        string language, string path, string title, string description, IReadOnlyList<(string Language, string Path)> others, bool hasFeed, Action<Html> content, bool isHidden)
    {
        var words = PageLanguages.Of(language);
        var up = path.Contains('/', StringComparison.Ordinal) ? "../" : "";
        var html = new Html();
        html.Raw("<!DOCTYPE html>\n<html lang=\"").Text(language).Raw(words.IsRightToLeft ? "\" dir=\"rtl\">\n" : "\">\n")
            .Raw("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").Text(Policy).Raw("\">\n")
            .Raw("<title>").Text(title).Raw("</title>\n");
        if (description.Length > 0)
            html.Raw("<meta name=\"description\" content=\"").Text(description).Raw("\">\n");

        if (isHidden)
            html.Raw("<meta name=\"robots\" content=\"noindex\">\n");

        if (address.Length > 0)
            html.Raw("<link rel=\"canonical\" href=\"").Text(address + path).Raw("\">\n");

        foreach (var (other, where) in others.Count > 1 ? others : [])
            html.Raw("<link rel=\"alternate\" hreflang=\"").Text(other).Raw("\" href=\"").Text(address.Length > 0 ? address + where : up + where).Raw("\">\n");

        if (hasFeed)
            html.Raw("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"").Text(up + SitePaths.FeedOf(language)).Raw("\" title=\"")
                .Text($"{organisation}: {words.Newsroom}").Raw("\">\n");

        html.Raw("<style>\n").Raw(Style.Sheet.ReplaceLineEndings("\n")).Raw("\n</style>\n</head>\n<body>\n<header class=\"top\"><div class=\"wrap\">\n")
            .Raw("<a class=\"brand\" href=\"").Text(up + (hasFeed ? SitePaths.IndexOf(language) : SitePaths.Index)).Raw("\">").Text(organisation)
            .Raw(" <span>").Text(words.Newsroom).Raw("</span></a>\n");
        AddLanguages(html, language, up, words.Languages, others);
        html.Raw("</div></header>\n<main class=\"wrap\">\n");
        content(html);
        html.Raw("</main>\n<footer><div class=\"wrap\"><span>").Text(organisation).Raw("</span>");
        if (hasFeed)
            html.Raw("<a href=\"").Text(up + SitePaths.FeedOf(language)).Raw("\">").Text(words.Feed).Raw("</a>");

        return html.Raw("</div></footer>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The same in other languages, each by its own name.</summary>
    public static void AddLanguages(Html html, string current, string up, string title, IReadOnlyList<(string Language, string Path)> others)
    {
        if (others.Count < 2)
            return;

        html.Raw("<nav class=\"langs\" aria-label=\"").Text(title).Raw("\">");
        foreach (var (language, path) in others)
        {
            var name = LanguageNames.Of(language);
            if (language == current)
                html.Raw("<b lang=\"").Text(language).Raw("\">").Text(name).Raw("</b> ");
            else
                html.Raw("<a lang=\"").Text(language).Raw("\" hreflang=\"").Text(language).Raw("\" href=\"").Text(up + path).Raw("\">").Text(name).Raw("</a> ");
        }

        html.Raw("</nav>\n");
    }
}
