using PluginHost.Terminal.Gallery.Pages;

namespace PluginHost.Terminal.Gallery;

/// <summary>The pages, in the order of the menu.</summary>
internal static class GalleryPages
{
    public static IReadOnlyList<IGalleryPage> All { get; } =
    [
        new WelcomePage(),
        new SplitsPage(),
        new TabsPage(),
        new MenusPage(),
        new DialogsPage(),
        new ToastsPage(),
        new PalettePage(),
        new KeysPage(),
        new ListPage(),
        new TreePage(),
        new TablePage(),
        new LogPage(),
        new StreamPage(),
        new TextPages(),
        new MarkdownPages(),
        new EditorPage(),
        new ChartsPage(),
        new InputPage(),
        new FormPage(),
        new SamplesPage("arabic", "Arabic", Samples.Arabic),
        new SamplesPage("emoji", "Emoji and widths", Samples.Emoji),
        new SamplesPage("hostile", "Hostile text", Samples.Hostile),
        new LongLinePage(),
    ];

    public static IGalleryPage? Find(string id) => All.FirstOrDefault(page => page.Id == id);
}
