namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>The themes.</summary>
internal sealed class ThemeSource : IPickSource
{
    public IReadOnlyList<PickItem> Find(string query) =>
    [
        .. from index in Enumerable.Range(0, GalleryThemes.Count)
           let title = GalleryThemes.TitleAt(index)
           where title.Contains(query, StringComparison.OrdinalIgnoreCase)
           select new PickItem(title) { Value = GalleryThemes.At(index) },
    ];
}
