using System.Globalization;

namespace PluginHost.Terminal.Gallery;

/// <summary>What was asked for on the command line, or what is wrong with it.</summary>
internal sealed record GalleryArguments
{
    private const int Largest = 1000;

    public static string Usage { get; } = $"""
        Shows every widget of the terminal layer.

          gallery [--page PAGE] [--theme THEME]                the gallery
          gallery --snapshot PAGE WIDTHxHEIGHT [--theme THEME] [--svg]
                                                               a page as text or as a picture, without a terminal
          gallery calibrate                                    which of these lines reads right?

        Pages:  {string.Join(", ", GalleryPages.All.Select(page => page.Id))}
        Themes: {string.Join(", ", GalleryThemes.Ids)}
        """;

    public GalleryVerb Verb { get; private init; }

    public string Page { get; private init; } = GalleryPages.All[0].Id;

    public string Theme { get; private init; } = "";

    public (int Width, int Height) Size { get; private init; } = (80, 24);

    public bool IsPicture { get; private init; }

    public string? Problem { get; private init; }

    public static GalleryArguments Read(ReadOnlySpan<string> arguments)
    {
        var read = new GalleryArguments();
        while (arguments.Length > 0 && read.Problem is null)
        {
            (read, var taken) = arguments switch
            {
                ["calibrate", ..] => (read with { Verb = GalleryVerb.Calibrate }, 1),
                ["--help" or "-h", ..] => (read with { Verb = GalleryVerb.Help }, 1),
                ["--svg", ..] => (read with { IsPicture = true }, 1),
                ["--page", var page, ..] => (read with { Page = page }, 2),
                ["--theme", var theme, ..] => (read with { Theme = theme }, 2),
                ["--snapshot", var page, var size, ..] => (read.WithSize(size) with { Verb = GalleryVerb.Snapshot, Page = page }, 3),
                _ => (read with { Problem = $"'{arguments[0]}' is not understood, or what belongs to it is missing.\n\n{Usage}" }, 1),
            };
            arguments = arguments[taken..];
        }

        return read.Checked();
    }

    private GalleryArguments WithSize(string size)
    {
        var parts = size.Split('x');
        return parts is [var width, var height] && IsSide(width, out var columns) && IsSide(height, out var rows)
            ? this with { Size = (columns, rows) }
            : this with { Problem = $"'{size}' is no size. Write columns and rows from 1 to {Largest}: 80x24." };
    }

    private static bool IsSide(string text, out int cells) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out cells) && cells is > 0 and <= Largest;

    private GalleryArguments Checked()
    {
        if (Problem is not null)
            return this;

        if (GalleryPages.Find(Page) is null)
            return this with { Problem = $"There is no page '{Page}'. Pages: {string.Join(", ", GalleryPages.All.Select(page => page.Id))}." };

        return Theme.Length == 0 || GalleryThemes.Find(Theme) is not null
            ? this
            : this with { Problem = $"There is no theme '{Theme}'. Themes: {string.Join(", ", GalleryThemes.Ids)}." };
    }
}
