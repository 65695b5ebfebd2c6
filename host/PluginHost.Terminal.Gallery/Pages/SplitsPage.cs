namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Splits in splits, with panes.</summary>
internal sealed class SplitsPage : IGalleryPage
{
    public string Id => "splits";

    public string Title => "Splits and panes";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Alt+Shift+arrows", "move the divider"), new KeyHint("Alt+Shift+Home", "put it back")];

    public Widget Create(GalleryStage stage)
    {
        var waiting = Pane("Waiting", "4", "52 m @mjones  coffee vegan?", "12 m @lea_f  quand ouvre…", "4 m @ahmed", "متى تفتحون؟", "1 m @kari");
        var talk = Pane("@mjones", "bluesky", "Is the Vietnamese Coffee vegan now?", "Not yet, cream it is.", "and the Elvis?");
        var answer = Pane("Answer", "46 / 300", "No, Elvis has banana, bacon and cream.");
        return new SplitPane(
            Orientation.Horizontal,
            waiting,
            new SplitPane(Orientation.Vertical, talk, answer, 0.6) { FewestOfFirst = 3, FewestOfSecond = 3 },
            0.4)
        {
            FewestOfFirst = 12,
            FewestOfSecond = 12,
        };
    }

    private static Pane Pane(string title, string detail, params string[] rows) =>
        new(title, new ListBox { Rows = new ListRows([.. rows.Select(RichLine.Of)]) }) { Detail = detail };
}
