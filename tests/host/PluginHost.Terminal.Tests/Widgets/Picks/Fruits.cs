namespace PluginHost.Terminal.Tests.Widgets.Picks;

/// <summary>Finds titles that hold the query.</summary>
internal sealed class Fruits : IPickSource
{
    public string[] Titles { get; set; } = ["Apple", "Apricot", "Banana"];

    public IReadOnlyList<PickItem> Find(string query) =>
    [
        .. from title in Titles
           let at = title.IndexOf(query, StringComparison.OrdinalIgnoreCase)
           where at >= 0
           select new PickItem(title)
           {
               Matches = [.. Enumerable.Range(at, query.Length)],
               Detail = title.StartsWith('A') ? "F5" : "",
               Refusal = title == "Banana" ? "out of season" : null,
           },
    ];
}
