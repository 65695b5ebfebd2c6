namespace PluginHost.Terminal.Gallery;

/// <summary>Finds pages whose title has the letters of the query, in their order; the closer they stand together, the better.</summary>
internal sealed class PageSource : IPickSource
{
    public IReadOnlyList<PickItem> Find(string query) =>
    [
        .. from page in GalleryPages.All
           let found = LettersIn(page.Title, query)
           where found is not null
           orderby found.Count == 0 ? 0 : found[^1] - found[0]
           select new PickItem(page.Title) { Matches = found, Detail = page.Id, Value = page },
    ];

    private static List<int>? LettersIn(string title, string query)
    {
        var found = new List<int>();
        foreach (var letter in query.Where(letter => letter != ' '))
        {
            var at = title.IndexOf(letter.ToString(), found.Count == 0 ? 0 : found[^1] + 1, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;

            found.Add(at);
        }

        return found;
    }
}
