namespace PluginHost.Terminal;

/// <summary>
/// Rows in columns under a header, of which one is selected, and others may be marked. Both belong to a row's key, and stay with it when rows come, go or
/// are sorted. Too many columns for the width are scrolled through; a cell that has changed looks so for a short time.
/// </summary>
public sealed partial class Table : RowsWidget
{
    private readonly ColumnLayout _layout = new();
    private readonly SeenCells _seen = new();
    private IReadOnlyList<TableColumn> _columns = [];
    private ITableRows _rows = new TableData();
    private ITimer? _flashEnd;
    private int _top;
    private int _measuredIn;

    /// <summary>The columns. Other ones end what was sorted by.</summary>
    public IReadOnlyList<TableColumn> Columns
    {
        get => _columns;
        set
        {
            _columns = value;
            _layout.Use(value);
            _seen.Forget();
            SortColumn = -1;
        }
    }

    /// <summary>The rows. Others are sorted as these were.</summary>
    public ITableRows Rows
    {
        get => _rows;
        set
        {
            FilterInstead(_rows as IFilteredRows, value as IFilteredRows);
            _rows = value;
            _seen.Forget();
            _layout.Forget();
            if (SortColumn >= 0)
                value.Sort(SortColumn, IsDescending);
        }
    }

    /// <summary>Whether cells that have changed look so for a short time.</summary>
    /// <value><see langword="true"/></value>
    public bool ShowsChanges { get; set; } = true;

    /// <summary>Called with the key of a row that is opened, by Enter or a double click.</summary>
    public Action<string>? Opened { get; set; }

    /// <summary>Called with the key of another row that is selected; null where there is none.</summary>
    public Action<string?>? SelectionChanged { get; set; }

    /// <summary>The key of the selected row; null where there is none. Setting it to a key that no row has changes nothing.</summary>
    public string? SelectedKey
    {
        get => SelectedRow >= 0 && SelectedRow < Rows.Count ? Rows.KeyOf(SelectedRow) : null;
        set
        {
            TakeIn();
            if (FindRow(value, SelectedRow) is >= 0 and var row)
                SelectRow(row);
        }
    }

    private protected override int RowCount => Rows.Count;

    private protected override long RowsVersion => Rows.Version;

    private protected override bool HasHeader => true;

    private protected override IFilteredRows? Filtered => Rows as IFilteredRows;

    private int Gutter => (IsMarking ? 2 : 0) + (_layout.First > 0 ? 2 : 0);

    private protected override object? RowKey(int row) => Rows.KeyOf(row);

    private protected override bool OpenRow(int row)
    {
        _isPicking = false;
        Opened?.Invoke(Rows.KeyOf(row));
        return Opened is not null;
    }

    private protected override void OnSelectionChanged() => SelectionChanged?.Invoke(SelectedKey);

    private protected override void Prepare(Canvas rows, int top, int end)
    {
        var clock = ShowsChanges ? Screen?.Frames.Clock : null;
        if (_seen.Pull(Rows, _top = top, end, Columns.Count, clock) && clock is not null)
            Flash(clock);

        if (_measuredIn != rows.Width)
            _layout.Forget();

        _measuredIn = rows.Width;
        for (var column = 0; column < Columns.Count; column++)
        {
            if (_layout.IsMeasured(column))
                Measure(rows, column, end - top);
        }

        // The sign that there is more to the left takes room, which may come or go with it.
        var gutter = Gutter;
        _layout.Arrange(gutter, rows.Width - gutter);
        if (gutter != Gutter)
            _layout.Arrange(Gutter, rows.Width - Gutter);
    }

    private protected override void DrawRow(Canvas canvas, int row, Style style)
    {
        var theme = Theme;
        var line = row - _top;
        if (IsMarking && IsMarked(_seen.KeyAt(line)))
            canvas.Fill(new Rect(0, 0, 1, 1), theme.Glyphs.On, Canvas.Over(style, theme[Roles.Accent]));

        for (var column = _layout.First; column < _layout.End; column++)
        {
            var place = _layout[column];
            Write(canvas, place, _seen[line, column], Columns[column].Alignment, style);
            if (_seen.IsFlashing(line, column))
                canvas.Tint(place, theme[Roles.Changed]);
        }
    }

    private void Measure(Canvas canvas, int column, int lines)
    {
        var most = Columns[column].Width.Most;
        _layout.Measure(column, WidthOf(canvas, Columns[column].Header, most) + (column == SortColumn ? 2 : 0));
        for (var line = 0; line < lines; line++)
            _layout.Measure(column, WidthOf(canvas, _seen[line, column], most));
    }

    private static int WidthOf(Canvas canvas, RichLine line, int most)
    {
        var text = line.Text;
        if (text.Length <= most && Ascii.IsAll(text))
            return text.Length;

        return canvas.Lines.Fit(text, line.Direction, most, "").Width;
    }

    private void Flash(TimeProvider clock)
    {
        _flashEnd ??= clock.CreateTimer(static table => ((Table)table!).Invalidate(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _flashEnd.Change(SeenCells.Time, Timeout.InfiniteTimeSpan);
    }
}
