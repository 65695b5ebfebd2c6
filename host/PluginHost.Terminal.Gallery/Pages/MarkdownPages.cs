namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Every kind of block that Markdown has.</summary>
internal sealed class MarkdownPages : IGalleryPage
{
    public string Id => "markdown";

    public string Title => "Markdown";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("PageDown", "on"), new KeyHint("/", "search")];

    public Widget Create(GalleryStage stage) => new MarkdownPage
    {
        Opened = stage.Say,
        Blocks =
        [
            new PageHeading(1, "The draw"),
            new PageProse([RichLine.Of(new Segment("Three tickets", Roles.Text) { Attributes = Attributes.Bold }, new Segment(" to the factory. The rules are ", Roles.Text), new Segment("here", Roles.Link) { Target = "https://example.org/rules" }, new Segment(".", Roles.Text))]),
            new PageHeading(2, "What happens"),
            new PageList([Item("announced on 3 profiles", true), Item("entries are frozen", false), Item("الفائزون لديهم 48 ساعة", false)]),
            new PageList([Item("first", null), Item("second 👩‍🚀", null)]) { FirstNumber = 1 },
            new PageQuote([new PageProse(["Nobody can know yet, we neither."])]),
            new PageCode("csharp", "var winner = entries[round % entries.Count];\nawait Publish.On(\"@slocombe\", winner);"),
            new PageRule(),
            new PageProse([.. Samples.Arabic.Select(RichLine.Of)]),
        ],
    };

    private static PageListItem Item(string text, bool? isDone) => new([new PageProse([RichLine.Of(text)])]) { IsDone = isDone };
}
