namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>The menu of a place, and text near something.</summary>
internal sealed class MenusPage : IGalleryPage
{
    public string Id => "menus";

    public string Title => "Menus and popups";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Enter", "open a menu"), new KeyHint("Space", "show a popup"), new KeyHint("Right click", "the menu of a place")];

    public Widget Create(GalleryStage stage) => new MenuGround(stage);
}
