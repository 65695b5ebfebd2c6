namespace PluginHost.Terminal;

public sealed partial class Table
{
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);

    /// <summary>Whether rows can be marked, by Space or a click with Control held, to do something with all of them.</summary>
    public bool IsMarking { get; set; }

    /// <summary>The keys of the rows that are marked, those included that a filter hides.</summary>
    public IReadOnlyCollection<string> Marked => _marked;

    /// <summary>Called when other rows are marked.</summary>
    public Action? MarkedChanged { get; set; }

    /// <summary>Whether a row is marked.</summary>
    /// <param name="key">Its key.</param>
    public bool IsMarked(string key) => _marked.Contains(key);

    /// <summary>Marks a row, or takes its mark away.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="isMarked">Whether it is to be marked.</param>
    public void Mark(string key, bool isMarked)
    {
        if (isMarked ? _marked.Add(key) : _marked.Remove(key))
            TellMarked();
    }

    /// <summary>Takes all marks away.</summary>
    public void ClearMarks()
    {
        if (_marked.Count == 0)
            return;

        _marked.Clear();
        TellMarked();
    }

    private protected override bool OnRowsKey(KeyInput key)
    {
        if (OnSortKey(key))
            return true;

        return key switch
        {
            { Modifiers: not Modifiers.None } => false,
            { Key: Key.Left } => _layout.Scroll(-1),
            { Key: Key.Right } => _layout.Scroll(1),
            { Key: Key.Character, Text: " " } when IsMarking && SelectedRow >= 0 => Toggle(SelectedRow, 1),
            { Key: Key.Escape } when _marked.Count > 0 => Unmark(),
            _ => false,
        };
    }

    private protected override void OnRowPress(int row, MouseInput mouse, int clicks)
    {
        if (IsMarking && mouse.Modifiers == Modifiers.Control)
            Toggle(row, 0);
        else
            base.OnRowPress(row, mouse, clicks);
    }

    private bool Toggle(int row, int step)
    {
        Mark(Rows.KeyOf(row), !IsMarked(Rows.KeyOf(row)));
        SelectRow(row + step);
        return true;
    }

    private bool Unmark()
    {
        ClearMarks();
        return true;
    }

    private void TellMarked()
    {
        MarkedChanged?.Invoke();
        Invalidate();
    }
}
