namespace PluginHost.Terminal;

/// <summary>Rows under each other, of which one is selected. While a filter is on <see cref="ListRows"/>, places still count in the whole of them.</summary>
public class ListBox : RowsWidget
{
    private IRows _rows = new ListRows([]);

    /// <summary>The rows.</summary>
    public IRows Rows
    {
        get => _rows;
        set
        {
            FilterInstead(_rows as IFilteredRows, value as IFilteredRows);
            _rows = value;
        }
    }

    /// <summary>Called when a row is opened, by Enter or a double click.</summary>
    public Action<int>? Opened { get; set; }

    /// <summary>Called when another row is selected.</summary>
    public Action<int>? SelectionChanged { get; set; }

    /// <summary>The selected row; -1 where there is none. Setting it brings the row into sight.</summary>
    public int Selected
    {
        get => SelectedRow >= 0 && SelectedRow < Rows.Count ? PlaceOf(SelectedRow) : SelectedRow;
        set => SelectRow(Rows is ListRows list ? list.IndexOf(value) : value);
    }

    private protected override int RowCount => Rows.Count;

    private protected override long RowsVersion => Rows is ListRows list ? list.Version : 0;

    private protected override IFilteredRows? Filtered => Rows as IFilteredRows;

    // Only those that are in memory are looked through for one that was selected before.
    private protected override object? RowKey(int row) => Rows is ListRows list ? list.Row(row) : null;

    private protected override void DrawRow(Canvas canvas, int row, Style style) =>
        Write(canvas, canvas.Area, Rows.Row(row), Alignment.Start, style);

    private protected override bool OpenRow(int row)
    {
        Opened?.Invoke(PlaceOf(row));
        return Opened is not null;
    }

    private protected override void OnSelectionChanged() => SelectionChanged?.Invoke(Selected);

    private int PlaceOf(int row) => Rows is ListRows list ? list.PlaceOf(row) : row;
}
