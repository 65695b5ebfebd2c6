namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Samples, each in a field of its own between bars: what leaves its field would push them.</summary>
internal sealed class SamplesPage(string id, string title, IReadOnlyList<string> samples) : IGalleryPage
{
    public string Id => id;

    public string Title => title;

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("↑ ↓", "scroll")];

    public Widget Create(GalleryStage stage) => new SampleFields(samples);
}
