namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Lines of a million characters, of several kinds.</summary>
internal sealed class LongLinePage : IGalleryPage
{
    private const int Length = 1_000_000;

    public string Id => "long";

    public string Title => "A million characters";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("↑ ↓", "go along")];

    public Widget Create(GalleryStage stage) => new ListBox
    {
        Rows = new ListRows(
        [
            RichLine.Of(Repeat("plain text ")),
            RichLine.Of(Repeat("مرحبا بالعالم ")),
            RichLine.Of(Repeat("👨‍👩‍👧‍👦")),
            RichLine.Of("e" + new string('\u0301', Length)),
            RichLine.Of(Repeat("\u202E\e[31m")),
            RichLine.Of(Repeat("中文 ")),
        ]),
    };

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Length / text.Length));
}
