using System.Globalization;

namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A table of 100,000 rows: sorted, filtered, marked; Arabic begins at the right of its own cell.</summary>
internal sealed class TablePage : IGalleryPage
{
    private const int Count = 100_000;
    private static readonly string[] Networks = ["bluesky", "mastodon", "x"];

    public string Id => "table";

    public string Title => "Table, 100,000 rows";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("/", "filter"), new KeyHint("Space", "mark"), new KeyHint("Click on a name", "sort")];

    public Widget Create(GalleryStage stage)
    {
        var data = new TableData();
        data.SetAll(Enumerable.Range(0, Count).Select(Row));
        return new Table
        {
            Columns =
            [
                new TableColumn("Number") { Alignment = Alignment.End },
                new TableColumn("Network") { Width = ColumnWidth.Fixed(9) },
                new TableColumn("Post") { Width = ColumnWidth.Share(1, 16) },
                new TableColumn("Seen") { Alignment = Alignment.End },
            ],
            Rows = data,
            IsMarking = true,
            Welcome = "No row is left. Esc takes the filter away.",
            Opened = key => stage.Say($"Row {key}"),
        };
    }

    private static TableRow Row(int index)
    {
        var samples = index % 3 == 0 ? Samples.Arabic : index % 3 == 1 ? Samples.Emoji : Samples.Hostile;
        var (text, seen) = (samples[index % samples.Count], index * 7919L % 100_003);
        return new TableRow(
            index.ToString(CultureInfo.InvariantCulture),
            RichLine.Of(index.ToString("N0", CultureInfo.InvariantCulture)),
            RichLine.Of(Networks[index % Networks.Length]),
            RichLine.Of(text),
            RichLine.Of(seen.ToString("N0", CultureInfo.InvariantCulture)))
        {
            Values = [index, Networks[index % Networks.Length], text, seen],
        };
    }
}
