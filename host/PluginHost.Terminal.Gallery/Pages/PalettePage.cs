namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Lists to pick from: commands, many, and with more about what is selected.</summary>
internal sealed class PalettePage : IGalleryPage
{
    public string Id => "palette";

    public string Title => "Palette and picks";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Enter", "open one")];

    public Widget Create(GalleryStage stage) => new ActionList(
    [
        ("Commands", () => new PickList(new CommandSource(), item => stage.Say(item.Title)) { Title = "Commands", Hint = "what to do", Welcome = "No command is called so." }.Open(stage.Screen)),
        ("Pages, with more about each", () => new PickList(new PageSource(), item => stage.Say(item.Title)) { Title = "Pages", Hint = "the name of a page", Preview = About }.Open(stage.Screen)),
        ("100,000 profiles", () => new PickList(new ProfileSource(), item => stage.Say(item.Title)) { Title = "Profiles", Hint = "a number finds one" }.Open(stage.Screen)),
        ("Themes, tried on while choosing", () => PickTheme(stage)),
    ]);

    private static ListBox About(PickItem item) => new()
    {
        Rows = new ListRows([RichLine.Of(item.Title, Roles.Title), RichLine.Empty, .. ((IGalleryPage)item.Value!).Hints.Select(hint => RichLine.Of(new Segment(hint.Keys, Roles.Key), new Segment(" " + hint.Title, Roles.Text)))]),
    };

    private static void PickTheme(GalleryStage stage)
    {
        var before = stage.Screen.Theme;
        new PickList(new ThemeSource(), _ => { })
        {
            Title = "Themes",
            SelectionChanged = item => stage.Screen.Theme = (Theme?)item?.Value ?? before,
            Cancelled = () => stage.Screen.Theme = before,
        }.Open(stage.Screen);
    }
}
