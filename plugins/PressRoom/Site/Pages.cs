using System.Globalization;
using PluginHost.PressRoom.Releases;

namespace PluginHost.PressRoom.Site;

/// <summary>Makes the pages of a newsroom. What they are made of is in the store: the same store, the same bytes.</summary>
/// <param name="settings">Who speaks, and where.</param>
/// <param name="zone">The zone in which dates are meant.</param>
internal sealed class Pages(PressSettings settings, TimeZoneInfo zone)
{
    private readonly PageFrame _frame = new(settings.Organisation, settings.Address);

    /// <summary>The page of a release in one of its languages.</summary>
    public string OfRelease(PublicRelease release, ReleaseText text)
    {
        var words = PageLanguages.Of(text.Language);
        var path = SitePaths.PageOf(text.Language, text.Slug);
        return _frame.Make(
            text.Language,
            path,
            $"{text.Title} – {settings.Organisation}",
            release.IsRetracted ? words.Retracted : text.Summary,
            PagesOf(release),
            hasFeed: true,
            html => AddArticle(html, release, text, words),
            isHidden: release.IsRetracted);
    }

    /// <summary>What came out in one language, the newest first.</summary>
    public string OfLanguage(string language, IReadOnlyList<string> languages, IReadOnlyList<PublicRelease> releases) => _frame.Make(
        language,
        SitePaths.IndexOf(language),
        $"{PageLanguages.Of(language).Newsroom} – {settings.Organisation}",
        "",
        [.. languages.Select(other => (other, SitePaths.IndexOf(other)))],
        hasFeed: true,
        html => AddList(html, language, releases, "../", withLanguages: false),
        isHidden: false);

    /// <summary>What came out at all, each release in the first of its languages.</summary>
    public string OfAll(string language, IReadOnlyList<string> languages, IReadOnlyList<PublicRelease> releases) => _frame.Make(
        language,
        SitePaths.Index,
        $"{PageLanguages.Of(language).Newsroom} – {settings.Organisation}",
        "",
        [.. languages.Select(other => (other, SitePaths.IndexOf(other)))],
        hasFeed: languages.Contains(language),
        html => AddList(html, language, releases, "", withLanguages: true),
        isHidden: false);

    /// <summary>What a text says, as HTML, with its pictures where they stand.</summary>
    /// <param name="up">What leads from where it is read to the newsroom.</param>
    public string BodyOf(PublicRelease release, ReleaseText text, string up) => Markup.Html(text.Body, address =>
        Pictures.PathOf(settings.Releases, address) is { } file && release.Sources.FirstOrDefault(source => source.File == file) is { Asset.Length: > 0 } source
            ? up + SitePaths.AssetOf(source.Asset)
            : null);

    private static IReadOnlyList<(string Language, string Path)> PagesOf(PublicRelease release) =>
        [.. release.Texts.Select(text => (text.Language, SitePaths.PageOf(text.Language, text.Slug)))];

    private void AddArticle(Html html, PublicRelease release, ReleaseText text, PageWords words)
    {
        html.Raw("<article>\n<p class=\"when\">");
        AddTime(html, words, release.OutAt);
        if (release.Version > 1 && !release.IsRetracted)
        {
            html.Raw(" · ").Text(words.Updated).Raw(" ");
            AddTime(html, words, release.VersionAt);
        }

        html.Raw("</p>\n<h1>").Text(text.Title).Raw("</h1>\n");
        if (release.IsRetracted)
        {
            html.Raw("<div class=\"note\"><strong>").Text(words.Retracted).Raw("</strong> ");
            AddTime(html, words, release.VersionAt);
            html.Raw("<div dir=\"auto\">").Text(release.Reason).Raw("</div></div>\n");
        }
        else
        {
            html.Raw("<p class=\"lead\">").Text(text.Summary).Raw("</p>\n<div class=\"body\">\n").Raw(BodyOf(release, text, "../")).Raw("</div>\n");
            if (text.Tags.Count > 0)
            {
                html.Raw("<ul class=\"tags\">");
                foreach (var tag in text.Tags)
                    html.Raw("<li>").Text(tag).Raw("</li>");

                html.Raw("</ul>\n");
            }
        }

        AddBox(html, $"{words.About} {settings.Organisation}", text.About);
        AddBox(html, words.Contact, text.Contact);
        html.Raw("</article>\n");
    }

    private static void AddBox(Html html, string title, string markdown)
    {
        if (markdown.Length > 0)
            html.Raw("<section class=\"box\"><h2>").Text(title).Raw("</h2>\n").Raw(Markup.Html(markdown, _ => null)).Raw("</section>\n");
    }

    private void AddList(Html html, string language, IReadOnlyList<PublicRelease> releases, string up, bool withLanguages)
    {
        var words = PageLanguages.Of(language);
        html.Raw("<h1>").Text(words.Newsroom).Raw("</h1>\n");
        if (releases.Count == 0)
        {
            html.Raw("<p class=\"lead\">").Text(words.Nothing).Raw("</p>\n");
            return;
        }

        html.Raw("<ul class=\"list\">\n");
        foreach (var release in releases)
        {
            var text = release.Texts.FirstOrDefault(text => text.Language == language) ?? release.Texts[0];
            html.Raw(release.IsRetracted ? "<li class=\"gone\">" : "<li>").Raw("<span class=\"when\">");
            AddTime(html, words, release.OutAt);
            html.Raw("</span>\n<div lang=\"").Text(text.Language).Raw(PageLanguages.Of(text.Language).IsRightToLeft ? "\" dir=\"rtl\">" : "\" dir=\"ltr\">")
                .Raw("<h2><a href=\"").Text(up + SitePaths.PageOf(text.Language, text.Slug)).Raw("\">").Text(text.Title).Raw("</a></h2>\n<p>")
                .Text(release.IsRetracted ? PageLanguages.Of(text.Language).Retracted : text.Summary).Raw("</p></div>\n");
            if (withLanguages)
                PageFrame.AddLanguages(html, text.Language, up, words.Languages, PagesOf(release));

            html.Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    private void AddTime(Html html, PageWords words, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        html.Raw("<time datetime=\"").Raw(local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)).Raw("\">")
            .Text(PageLanguages.DateOf(words, local)).Raw("</time>");
    }
}
