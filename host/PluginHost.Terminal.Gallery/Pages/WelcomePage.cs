namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Says what this is, and how to go on.</summary>
internal sealed class WelcomePage : IGalleryPage
{
    public string Id => "welcome";

    public string Title => "Welcome";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("↓", "next page")];

    public Widget Create(GalleryStage stage) => new ListBox
    {
        Rows = new ListRows(
        [
            "Every widget of the terminal layer, a page each.",
            RichLine.Empty,
            Line("↑ ↓", "choose a page, Enter goes into it"),
            Line("F6", "goes to the other side, Tab to the next part"),
            Line("Ctrl+P", "finds a page by its letters"),
            Line("F2", "tries the next theme: dark, light, high contrast, no colour, ASCII"),
            Line("F10", "opens the menus, Alt with a letter one of them"),
            Line("F11", "gives a page all the room, and takes it back"),
            Line("F12", "writes what is seen into files, as text and as a picture"),
            Line("Ctrl+Z", "goes to the shell for a while; fg comes back"),
            Line("Ctrl+Q", "leaves"),
            RichLine.Empty,
            "The mouse does the same: click, drag the divider, turn the wheel, close a tab by its cross.",
        ]),
    };

    private static RichLine Line(string keys, string text) => RichLine.Of(new Segment(keys.PadRight(8), Roles.Key), new Segment(text, Roles.Text));
}
