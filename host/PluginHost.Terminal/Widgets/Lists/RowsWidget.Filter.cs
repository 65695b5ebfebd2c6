namespace PluginHost.Terminal;

public abstract partial class RowsWidget
{
    private readonly FilterBar _filter;
    private readonly Widget[] _filterAlone;

    /// <summary>What the rows are filtered by, as a person types it after <c>/</c>; empty where all are seen. Nothing comes of it where the rows cannot filter.</summary>
    public string FilterText
    {
        get => _filter.Text;
        set => _filter.Use(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _filter.IsEditing ? _filterAlone : [];

    /// <summary>The rows, where they can be filtered.</summary>
    private protected virtual IFilteredRows? Filtered => null;

    private protected bool IsFiltered => !_filter.Words.IsEmpty;

    /// <summary>Tells other rows the filter, and lets those before go without one.</summary>
    private protected void FilterInstead(IFilteredRows? before, IFilteredRows? after)
    {
        (_selectedKey, _topKey, _version) = (null, null, -1);
        if (!IsFiltered)
            return;

        before?.Filter("");
        after?.Filter(FilterText);
    }

    /// <summary>Writes a line of a row, and marks in it what the filter has found.</summary>
    private protected void Write(Canvas canvas, Rect field, RichLine line, Alignment alignment, Style style)
    {
        var taken = canvas.Write(field, line, alignment, style, Theme);
        _filter.Mark(canvas, taken, field.Width, line, Theme);
    }

    private void Narrow(string text)
    {
        Filtered?.Filter(text);
        TakeIn();
        Invalidate();
    }

    // What the field of the filter does not take moves the selection, so that one can look while one types.
    private bool OnKeyBesideFilter(KeyInput key) =>
        key.Key is Key.Up or Key.Down or Key.PageUp or Key.PageDown && Move(key);
}
