using System.Globalization;

namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A tree, some of it in Arabic.</summary>
internal sealed class TreePage : IGalleryPage
{
    private static readonly string[] Groups = ["Profiles", "Scripts", "Campaigns", "ملفات", "🍦 Flavours"];

    public string Id => "tree";

    public string Title => "Tree";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("→ ←", "open and close"), new KeyHint("/", "filter")];

    public Widget Create(GalleryStage stage)
    {
        var data = new TreeData();
        foreach (var group in Groups)
        {
            data.Set(null, group, new TreeItem(RichLine.Of(group)) { IsExpandable = true, Detail = "40" });
            for (var i = 0; i < 40; i++)
                Fill(data, group, i);
        }

        return new TreeView { Rows = data, Opened = stage.Say, Welcome = "No node is left. Esc takes the filter away." };
    }

    private static void Fill(TreeData data, string group, int index)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{group}/{index}");
        var label = index % 4 == 0 ? Samples.Arabic[index % Samples.Arabic.Count] : Samples.Emoji[index % Samples.Emoji.Count];
        data.Set(group, key, new TreeItem(RichLine.Of(label)) { IsExpandable = index % 5 == 0, Detail = index % 3 == 0 ? "◷" : "" });
        for (var i = 0; i < (index % 5 == 0 ? 3 : 0); i++)
            data.Set(key, string.Create(CultureInfo.InvariantCulture, $"{key}/{i}"), new TreeItem(RichLine.Of($"below, {i}")));
    }
}
