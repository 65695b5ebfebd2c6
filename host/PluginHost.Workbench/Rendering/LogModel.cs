using PluginHost.Sdk;
using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench.Rendering;

/// <summary>Lines in the order of time. The view follows the end until somebody scrolls away; then it pauses, and counts what is new.</summary>
public sealed class LogModel : RowsModel
{
    private LogRows _rows = LogRows.None;
    private int[] _shown = [];
    private string? _lastSeen;

    internal LogModel()
    {
    }

    /// <inheritdoc/>
    public override int Extent => _shown.Length;

    /// <summary>Whether the end is followed.</summary>
    public bool IsFollowing { get; private set; } = true;

    /// <summary>How many lines have come since the view was paused.</summary>
    public int NewCount { get; private set; }

    /// <inheritdoc/>
    public override bool IsEmpty => _rows.Count == 0;

    /// <summary>A line.</summary>
    /// <param name="row">Which one, from 0.</param>
    public LogLine Entry(int row) => _rows.Line(_shown[row]);

    /// <summary>What a line says, its look by how grave it is.</summary>
    /// <param name="row">Which one, from 0.</param>
    public Line Row(int row) => _rows.Drawn(_shown[row]);

    /// <inheritdoc/>
    public override string KeyOf(int row) => _rows.Key(_shown[row]);

    /// <summary>Goes to the end and follows it again.</summary>
    public void Follow()
    {
        IsFollowing = true;
        NewCount = 0;
        Select(Extent - 1);
    }

    /// <inheritdoc/>
    public override void Scroll(int rows)
    {
        if (rows < 0)
            Pause();

        base.Scroll(rows);
        if (rows > 0 && Top >= Extent - Page)
            Follow();
    }

    internal override bool TryTake(View view)
    {
        if (view is not LogView log)
            return false;

        _rows = new LogRows(log.Lines);
        Rebuild();
        return true;
    }

    internal override bool OnKey(KeyPress key, string text)
    {
        if (key is not { Key: "end", Modifiers: KeyModifiers.None })
            return base.OnKey(key, text);

        Follow();
        return true;
    }

    private protected override void OnSelected()
    {
        if (Selected < Extent - 1)
            Pause();
    }

    private protected override void OnFilter() => Rebuild();

    private protected override void OnPage()
    {
        base.OnPage();
        if (IsFollowing)
            Top = Extent;
    }

    private void Pause()
    {
        if (!IsFollowing)
            return;

        IsFollowing = false;
        _lastSeen = _rows.Count == 0 ? null : _rows.Key(_rows.Count - 1);
    }

    private void Rebuild()
    {
        _shown = _rows.Find(new Search(Filter));
        Reselect(key => Array.FindLastIndex(_shown, row => _rows.Key(row) == key));
        if (IsFollowing)
            Follow();
        else
            NewCount = _rows.CountAfter(_lastSeen);
    }
}
