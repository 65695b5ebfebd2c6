namespace PluginHost.Terminal;

/// <summary>Nodes under each other, of which those that are open show what is below them. One is selected, and stays so when nodes come and go.</summary>
public sealed partial class TreeView : RowsWidget
{
    private const int Step = 2;
    private const int LeastLabel = 10;
    private const int ShareOfDetail = 3;

    private readonly OpenNodes _nodes = new();
    private ITreeRows _rows = new TreeData();
    private long? _readAt;

    /// <summary>The nodes. Of others, those are open whose keys were.</summary>
    public ITreeRows Rows
    {
        get => _rows;
        set
        {
            FilterInstead(_rows as IFilteredRows, value as IFilteredRows);
            _rows = value;
            Refresh();
        }
    }

    /// <summary>Called with the key of a node without children that is opened, by Enter or a double click.</summary>
    public Action<string>? Opened { get; set; }

    /// <summary>Called with the key of another node that is selected; null where there is none.</summary>
    public Action<string?>? SelectionChanged { get; set; }

    /// <summary>The key of the selected node; null where there is none. Setting it to one that is not seen changes nothing.</summary>
    public string? SelectedKey
    {
        get => SelectedRow >= 0 && SelectedRow < _nodes.Count ? _nodes[SelectedRow].Key : null;
        set
        {
            if (RowOf(value) is >= 0 and var row)
                SelectRow(row);
        }
    }

    private protected override int RowCount
    {
        get
        {
            if (_readAt != Rows.Version)
            {
                _readAt = Rows.Version;
                _nodes.Read(Rows, IsFiltered, SelectedRow);
            }

            return _nodes.Count;
        }
    }

    private protected override long RowsVersion => _nodes.Version;

    private protected override IFilteredRows? Filtered => Rows as IFilteredRows;

    /// <summary>Asks for everything again that is seen, though the version is the same.</summary>
    public void Refresh()
    {
        _readAt = null;
        Invalidate();
    }

    private protected override object? RowKey(int row) => _nodes[row].Key;

    private protected override void OnSelectionChanged() => SelectionChanged?.Invoke(SelectedKey);

    private protected override void DrawRow(Canvas canvas, int row, Style style)
    {
        var theme = Theme;
        var node = _nodes[row];
        var item = Rows.Item(node.Key);
        var x = SignAt(node.Depth, canvas.Width);
        if (item.IsExpandable)
            canvas.Fill(new Rect(x, 0, 1, 1), SignOf(node.Key, theme.Glyphs), Canvas.Over(style, theme[Roles.Dim]));

        x += Step;
        if (item.Icon is { } icon)
            x += canvas.Write(x, 0, icon.Text, Canvas.Over(style, theme[icon.Role])) + 1;

        var detail = DetailWidth(canvas, item, x);
        if (detail > 0)
            Write(canvas, new Rect(canvas.Width - detail, 0, detail, 1), item.Detail, Alignment.End, Canvas.Over(style, theme[Roles.Dim]));

        Write(canvas, new Rect(x, 0, canvas.Width - x - (detail > 0 ? detail + 1 : 0), 1), item.Label, Alignment.Start, style);
    }

    // A deep node must not lose its label: the deepest stand under each other.
    private static int SignAt(int depth, int width) => Math.Min(depth * Step, Math.Max(0, width - Step - LeastLabel));

    private char SignOf(string key, Glyphs glyphs)
    {
        if (!_nodes.IsOpen(key))
            return glyphs.Closed;

        return _nodes.IsUnknown(key) ? glyphs.Waiting : glyphs.Opened;
    }

    private static int DetailWidth(Canvas canvas, TreeItem item, int left)
    {
        if (item.Detail.Text.Length == 0 || canvas.Width - left < LeastLabel * 2)
            return 0;

        var most = canvas.Width / ShareOfDetail;
        return canvas.Lines.Fit(item.Detail.Text, item.Detail.Direction, most, "").Width;
    }
}
