namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Text to read: wrapped, searched, selected, copied.</summary>
internal sealed class TextPages : IGalleryPage
{
    public string Id => "text";

    public string Title => "Text";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("/", "search"), new KeyHint("Drag", "select"), new KeyHint("Ctrl+C", "copy")];

    public Widget Create(GalleryStage stage) => new TextPage
    {
        Text = string.Join('\n', Enumerable.Repeat(
            string.Join(' ', Samples.Emoji) + "\n\n" + string.Join(' ', Samples.Arabic) + "\n\n" + string.Join(' ', Samples.Hostile) + "\nhttps://example.org/flavours\n", 20)),
        Opened = stage.Say,
    };
}
