using PluginHost.Terminal;

namespace PluginHost.Printing;

/// <summary>A table as texts in columns, and what becomes of it where a line is too narrow for it.</summary>
internal sealed record PrintedGrid
{
    /// <summary>The cells between two columns.</summary>
    public const int Gap = 2;

    // Up to this width a column is left in one line: an instant, a profile, a state.
    private const int Whole = 26;

    // A text in fewer cells is a column of syllables.
    private const int Readable = 20;

    private static readonly TextOptions Options = new();

    public required IReadOnlyList<PrintedColumn> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>Whether each line is a field of a row, with its name before it.</summary>
    public bool IsStacked { get; init; }

    private List<int> Widths => [.. Columns.Select((column, place) => Rows.Select(row => WidthOf(row[place])).Append(IsStacked ? 0 : WidthOf(column.Heading)).Max())];

    public bool Fits(int width) => Total(Widths) <= width;

    /// <summary>The same with its wide columns wrapped; null where they would be too narrow to be read.</summary>
    public PrintedGrid? Wrapped(int width)
    {
        var widths = Widths;
        var wide = widths.Select((cells, place) => (cells, place)).Where(column => column.cells > Whole).OrderBy(column => column.cells).ToList();
        var left = width - Total([.. widths.Select(cells => cells > Whole ? 0 : cells)]);
        foreach (var ((cells, place), after) in wide.Select((column, index) => (column, wide.Count - index)))
        {
            widths[place] = Math.Min(cells, left / after);
            left -= widths[place];
            if (widths[place] < Readable)
                return null;
        }

        return Total(widths) > width ? null : this with { Rows = [.. Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, place) => Wrap(cell, widths[place]))])] };
    }

    /// <summary>The rows one below the other, with an empty line between; what is empty in a row is left out there.</summary>
    public PrintedGrid Stacked(int width)
    {
        var names = Columns.Max(column => WidthOf(column.Heading));
        var lines = new List<IReadOnlyList<string>>();
        foreach (var row in Rows)
        {
            if (lines.Count > 0)
                lines.Add(["", ""]);

            lines.AddRange(row
                .Select((cell, place) => (Cell: cell, Columns[place].Heading))
                .Where(field => field.Cell.Length > 0)
                .Select(field => (IReadOnlyList<string>)[field.Heading, Wrap(field.Cell, Math.Max(Gap, width - names - Gap))]));
        }

        return new PrintedGrid { Columns = [new PrintedColumn("", isNumber: false), new PrintedColumn("", isNumber: false)], Rows = lines, IsStacked = true };
    }

    private static int Total(IReadOnlyCollection<int> widths) => widths.Sum() + (Gap * (widths.Count - 1));

    private static int WidthOf(string text) => text.Split('\n').Max(line => TextWidth.Of(line, Options));

    private static string Wrap(string text, int width) => string.Join('\n', TextWrap.Of(text, Direction.Auto, width, Options).Select(line => line.Text[line.Start..line.End].TrimEnd(' ')));
}
