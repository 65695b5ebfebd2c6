using System.Globalization;
using PluginHost.Sdk;
using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views;

/// <summary>The rows of one snapshot of a table: their keys, their order, and what is drawn of those that are looked at.</summary>
internal sealed class TableRows
{
    private const int Measured = 200;
    private static readonly string[] KeyColumns = ["id", "key"];
    private readonly Table _table;
    private readonly Line?[]?[] _cells;

    /// <param name="table">The table.</param>
    /// <param name="key">The field that names a row; empty: whichever looks like it.</param>
    public TableRows(Table table, string key)
    {
        _table = table;
        _cells = new Line?[]?[table.Rows.Count];
        Headings = [.. table.Columns.Select(Measure)];
        Keys = ReadKeys(key);
    }

    public static TableRows None { get; } = new(new Table { Columns = [], Rows = [] }, "");

    public IReadOnlyList<TableHeading> Headings { get; }

    /// <summary>What names each row: its field <c>id</c> or <c>key</c>, or else the first one. Equal ones are numbered.</summary>
    public IReadOnlyList<string> Keys { get; }

    public int Find(string column)
    {
        for (var index = 0; index < Headings.Count; index++)
        {
            if (Headings[index].Name == column)
                return index;
        }

        return -1;
    }

    public Line Cell(int row, int column) => (_cells[row] ??= new Line?[Headings.Count])[column] ??= Draw(Text(row, column), column);

    public int[] Order(Search search, int column, bool descending)
    {
        var order = new List<int>(_table.Rows.Count);
        for (var row = 0; row < _table.Rows.Count; row++)
        {
            if (search.IsEmpty || search.Finds(string.Join(' ', Enumerable.Range(0, Headings.Count).Select(each => Text(row, each)))))
                order.Add(row);
        }

        if (column >= 0)
        {
            var name = Headings[column].Name;
            // Rows that are equal stay as they came.
            order.Sort((first, second) =>
                ValueOrder.Compare(_table.Rows[first].Find(name), _table.Rows[second].Find(name), descending) is var by and not 0 ? by : first.CompareTo(second));
        }

        return [.. order];
    }

    private string Text(int row, int column) => _table.Rows[row].Find(Headings[column].Name) switch
    {
        null => "",
        InstantValue known => Moment(known),
        var value => OneLine(value.ToString()),
    };

    // On the wall clock that it comes with. A table is looked at; to the second, and with the offset, its row says it to commands.
    private static string Moment(InstantValue known) => known.Instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private Line Draw(string text, int column)
    {
        return new Line(text, Signs.RoleOf(text)) { IsAtEnd = Headings[column].IsAtEnd };
    }

    private TableHeading Measure(TableColumn column)
    {
        var length = column.Name.Length;
        var numbers = 0;
        var others = 0;
        for (var row = 0; row < Math.Min(Measured, _table.Rows.Count); row++)
        {
            if (_table.Rows[row].Find(column.Name) is not { } value || value is NothingValue)
                continue;

            length = Math.Max(length, value is InstantValue known ? Moment(known).Length : value.ToString().Length);
            if (value is NumberValue)
                numbers++;
            else
                others++;
        }

        return new TableHeading(column.Name, length, numbers > 0 && others == 0);
    }

    private string[] ReadKeys(string given)
    {
        var column = given.Length > 0 ? given : Headings.Count == 0 ? "" : KeyColumns.FirstOrDefault(name => Find(name) >= 0) ?? Headings[0].Name;
        var counts = new Dictionary<string, int>(_table.Rows.Count, StringComparer.Ordinal);
        var keys = new string[_table.Rows.Count];
        for (var row = 0; row < keys.Length; row++)
        {
            var key = _table.Rows[row].Find(column)?.ToString() ?? "";
            var count = counts[key] = counts.GetValueOrDefault(key) + 1;
            keys[row] = count == 1 ? key : $"{key}\u001f{count}";
        }

        return keys;
    }

    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : text.ReplaceLineEndings(" ");
}
