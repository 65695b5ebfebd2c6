using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PluginHost.PressRoom.Site;

/// <summary>
/// Makes HTML of what people write in Markdown. Nothing in the text becomes HTML of its own, and no link leads anywhere but to the web, to mail, or to a place of the same page.
/// </summary>
internal static class Markup
{
    private static readonly string[] Schemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp, Uri.UriSchemeMailto];

    private static MarkdownPipeline Pipeline => new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>Makes HTML.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="pictures">Where a picture stands, by the address that the text gives; null: it is left out.</param>
    public static string Html(string markdown, Func<string, string?> pictures)
    {
        var pipeline = Pipeline;
        var document = Markdown.Parse(markdown, pipeline);

        // The page's title is the first heading: those of the text stand under it.
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + 1);

        foreach (var link in document.Descendants<LinkInline>())
            link.Url = link.IsImage ? pictures(link.Url ?? "") ?? "" : IsSafe(link.Url) ? link.Url : "";

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)))
            link.Url = "";

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>The pictures that a text shows.</summary>
    public static IReadOnlyList<ShownPicture> PicturesOf(string markdown) =>
        [.. Markdown.Parse(markdown, Pipeline).Descendants<LinkInline>().Where(link => link.IsImage).Select(link => new ShownPicture
        {
            Address = link.Url ?? "",
            IsDescribed = link.Descendants<LiteralInline>().Any(text => !text.Content.IsEmptyOrWhitespace()),
            Line = link.Line + 1,
        })];

    /// <summary>The links of a text that lead where none may, with their lines, from 1.</summary>
    public static IReadOnlyList<(string Address, int Line)> UnsafeLinksOf(string markdown) =>
    [
        .. Markdown.Parse(markdown, Pipeline).Descendants<LinkInline>().Where(link => !link.IsImage && !IsSafe(link.Url))
            .Select(link => (link.Url ?? "", link.Line + 1)),
        .. Markdown.Parse(markdown, Pipeline).Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url))
            .Select(link => (link.Url, link.Line + 1)),
    ];

    private static bool IsSafe(string? address) =>
        address is { Length: > 0 }
        && (address[0] == '#' || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme)));
}
