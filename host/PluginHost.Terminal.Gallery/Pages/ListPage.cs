namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A list of 100,000 rows, made when they are seen.</summary>
internal sealed class ListPage : IGalleryPage
{
    public string Id => "list";

    public string Title => "List, 100,000 rows";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("PageDown", "on"), new KeyHint("End", "to the last"), new KeyHint("Enter", "open")];

    public Widget Create(GalleryStage stage)
    {
        var list = new ListBox { Rows = new ManyRows() };
        list.Opened = index => stage.Say($"Row {index}");
        return list;
    }
}
