namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>More tabs than fit.</summary>
internal sealed class TabsPage : IGalleryPage
{
    private static readonly string[] Titles = ["Welcome", "daily-flavours.csx", "Outbox", "مسودة", "prize-draw.csx", "🍦 flavours", "Inbox", "answer-everyone.csx", "A title that is much longer than any title should be"];

    public string Id => "tabs";

    public string Title => "Tabs";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Ctrl+PageDown", "next tab"), new KeyHint("Ctrl+W", "close"), new KeyHint("Shift+Tab", "to the titles")];

    public Widget Create(GalleryStage stage)
    {
        var tabs = new TabPane { Welcome = "All tabs are closed. F5 opens some." };
        Fill(tabs);
        tabs.Strip.MayClose = tab => MayClose(stage, tabs, tab);
        return new WithKey(tabs, Key.F5, () => Fill(tabs));
    }

    private static void Fill(TabPane tabs)
    {
        for (var i = 0; i < Titles.Length; i++)
        {
            var rows = new ListRows([RichLine.Of($"The content of {Titles[i]}.")]);
            tabs.Add(new Tab(Titles[i], new ListBox { Rows = rows }) { IsChanged = i % 3 == 1, CanClose = i > 0 });
        }
    }

    private static bool MayClose(GalleryStage stage, TabPane tabs, Tab tab)
    {
        if (!tab.IsChanged)
            return true;

        new ConfirmDialog("Close", tab.Title.Text, "What was changed in it is lost.", isDangerous: true, answer =>
        {
            if (answer)
                tabs.Remove(tab);
        }).Open(stage.Screen);
        return false;
    }
}
