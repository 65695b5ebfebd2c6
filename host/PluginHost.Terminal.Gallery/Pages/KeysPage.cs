namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A chord: its first key shows what can follow.</summary>
internal sealed class KeysPage : IGalleryPage
{
    public string Id => "keys";

    public string Title => "Keys and chords";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Ctrl+K", "begin a chord"), new KeyHint("Esc", "give it up")];

    public Widget Create(GalleryStage stage) => new ChordGround(stage);
}
