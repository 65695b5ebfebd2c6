using PluginHost.Sdk;
using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench.Rendering;

/// <summary>Rows and columns, sorted and filtered by whoever looks.</summary>
public sealed class TableModel : RowsModel
{
    private TableView _view = new() { Table = new Table { Columns = [], Rows = [] } };
    private TableRows _rows = TableRows.None;
    private int[] _order = [];

    internal TableModel()
    {
    }

    /// <inheritdoc/>
    public override int Extent => _order.Length;

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableHeading> Columns => _rows.Headings;

    /// <summary>The column that sorts the rows; -1: they are as they came.</summary>
    public int SortColumn { get; private set; } = -1;

    /// <summary>Whether the largest comes first.</summary>
    public bool IsDescending { get; private set; }

    /// <summary>The column that the keys sort by.</summary>
    public int CursorColumn { get; private set; }

    // The row's own field comes last: where it has one of this name, that one counts.
    internal override Record SelectedFields => Selected < 0 || Columns.Count == 0
        ? Record.Empty
        : new Record([KeyValuePair.Create<string, Value>("column", Columns[CursorColumn].Name), .. _view.Table.Rows[_order[Selected]].Fields]);

    /// <inheritdoc/>
    public override bool IsEmpty => _view.Table.Rows.Count == 0;

    /// <summary>What stands in a cell.</summary>
    /// <param name="row">Which row, from 0.</param>
    /// <param name="column">Which column, from 0.</param>
    public Line Cell(int row, int column) => _rows.Cell(_order[row], column);

    /// <inheritdoc/>
    public override string KeyOf(int row) => _rows.Keys[_order[row]];

    /// <summary>Sorts by a column; by the same one again the other way round, and then as the rows came.</summary>
    /// <param name="column">Which one, from 0.</param>
    public void SortBy(int column)
    {
        if (column < 0 || column >= Columns.Count)
            return;

        (SortColumn, IsDescending) = (column == SortColumn, IsDescending) switch
        {
            (false, _) => (column, false),
            (true, false) => (column, true),
            (true, true) => (-1, false),
        };
        CursorColumn = column;
        Rebuild();
    }

    internal override bool TryTake(View view)
    {
        if (view is not TableView table)
            return false;

        var column = SortColumn < 0 ? "" : Columns[SortColumn].Name;
        _view = table;
        _rows = new TableRows(table.Table, table.Key);
        SortColumn = column.Length == 0 ? -1 : _rows.Find(column);
        CursorColumn = Math.Clamp(CursorColumn, 0, Math.Max(0, Columns.Count - 1));
        Rebuild();
        return true;
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        if (key.Modifiers != KeyModifiers.None)
            return base.OnKey(key, text);

        switch (key.Key)
        {
            case "left":
                CursorColumn = Math.Max(0, CursorColumn - 1);
                Touch();
                return true;
            case "right":
                CursorColumn = Math.Clamp(CursorColumn + 1, 0, Math.Max(0, Columns.Count - 1));
                Touch();
                return true;
            case "s":
                SortBy(CursorColumn);
                return true;
            default:
                return base.OnKey(key, text);
        }
    }

    private protected override void OnOpen(int row)
    {
        if (_view.OpenCommand is { } command)
            Run(new CommandCall { Id = command, Arguments = SelectedFields });
    }

    private protected override void OnFilter() => Rebuild();

    private void Rebuild()
    {
        _order = _rows.Order(new Search(Filter), SortColumn, IsDescending);
        var rowOf = new Dictionary<string, int>(_order.Length, StringComparer.Ordinal);
        for (var row = 0; row < _order.Length; row++)
            rowOf[_rows.Keys[_order[row]]] = row;

        Reselect(key => rowOf.GetValueOrDefault(key, -1));
    }
}
