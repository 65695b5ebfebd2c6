namespace PluginHost.Terminal.Gallery;

/// <summary>The themes to try, by the names that the command line takes.</summary>
internal static class GalleryThemes
{
    private static readonly (string Id, string Title, Theme Theme)[] All =
    [
        ("dark", "Dark", Theme.Dark),
        ("light", "Light", Theme.Light),
        ("contrast", "High contrast", Theme.HighContrast),
        ("plain", "No colour", Theme.Plain),
        ("ascii", "ASCII signs", Theme.Dark.With(Glyphs.Ascii)),
        ("bare", "No colour, ASCII signs", Theme.Plain.With(Glyphs.Ascii)),
    ];

    public static IEnumerable<string> Ids => All.Select(theme => theme.Id);

    public static int Count => All.Length;

    public static Theme? Find(string id)
    {
        var index = Array.FindIndex(All, theme => theme.Id == id);
        return index < 0 ? null : All[index].Theme;
    }

    public static Theme At(int index) => All[index].Theme;

    public static string TitleAt(int index) => All[index].Title;

    public static int IndexOf(Theme theme) => Array.FindIndex(All, other => other.Theme == theme);
}
