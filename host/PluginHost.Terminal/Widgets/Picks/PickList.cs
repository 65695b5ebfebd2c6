namespace PluginHost.Terminal;

/// <summary>
/// A field to type in, and under it what fits, the best first: a palette, a quick pick, a chooser of anything. Arrows move, Enter or a click picks, Esc leaves.
/// It can show more of what is selected beside it, as it is selected.
/// </summary>
public sealed class PickList : Widget
{
    private const int Columns = 78;
    private const int ColumnsWithPreview = 120;
    private const int MostRows = 16;
    private const int FewestForPreview = 60;
    private readonly IPickSource _source;
    private readonly PickRows _rows = new();
    private readonly TextInput _input = new();
    private readonly Layer _layer;
    private readonly Action<PickItem> _picked;
    private WidgetScreen? _screen;
    private Widget? _preview;
    private Widget[] _children;
    private bool _isPicked;
    private (int Count, RichLine Line) _count = (-1, RichLine.Empty);

    /// <summary>Makes one.</summary>
    /// <param name="source">What it picks from.</param>
    /// <param name="picked">Told what was picked, once the list is closed.</param>
    public PickList(IPickSource source, Action<PickItem> picked)
    {
        (_source, _picked) = (source, picked);
        _children = [Adopt(_input), Adopt(_rows)];
        _layer = new Layer(this, Place) { ClosesOnClickBeside = true, Closed = OnClosed };
        _input.Changed = Find;
        _rows.Picked = Pick;
        _rows.SelectionChanged = OnSelected;
    }

    /// <summary>What it is about, in its edge.</summary>
    public RichLine Title { get; init; } = RichLine.Empty;

    /// <summary>What stands in the empty field.</summary>
    public RichLine Hint
    {
        init => _input.Hint = value;
    }

    /// <summary>What stands there where nothing fits.</summary>
    public RichLine Welcome
    {
        init => _rows.Welcome = value;
    }

    /// <summary>Shows more of an item, beside the list; null where there is nothing to show. Asked whenever another is selected.</summary>
    public Func<PickItem, Widget?>? Preview { get; init; }

    /// <summary>Called whenever another item is selected; null where none fits. A theme may be tried on so.</summary>
    public Action<PickItem?>? SelectionChanged { get; init; }

    /// <summary>Called when it was closed without a pick.</summary>
    public Action? Cancelled { get; init; }

    /// <summary>What is typed in it.</summary>
    public string Query
    {
        get => _input.Text;
        set
        {
            _input.Text = value;
            Find(value);
        }
    }

    /// <summary>What is selected; null where nothing fits.</summary>
    public PickItem? Selected => _rows.Selected;

    /// <summary>Whether it is seen.</summary>
    public bool IsOpen => _screen is not null;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>Shows it.</summary>
    /// <param name="screen">The screen.</param>
    public void Open(WidgetScreen screen)
    {
        if (IsOpen)
            return;

        (_screen, _isPicked) = (screen, false);
        screen.Open(_layer);
        Find(Query);
    }

    /// <summary>Closes it without a pick.</summary>
    public void Close() => _screen?.Close(_layer);

    /// <summary>Asks the source again: it knows more than before.</summary>
    public void Refresh() => Find(Query);

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (key is { Key: Key.Enter, Modifiers: Modifiers.None })
        {
            Pick();
            return true;
        }

        return _rows.Move(key);
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks) => true;

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var (theme, look) = (Theme, LayerBox.Look(Theme));
        var inside = LayerBox.Draw(canvas, Title, Roles.FocusedTitle, Roles.FocusedEdge, theme);
        if (_count.Count != _rows.Items.Count)
            _count = (_rows.Items.Count, RichLine.Of($"{_rows.Items.Count} ", Roles.Dim));

        var count = canvas.Width > Columns / 2 ? _count.Line.Text.Length + 1 : 0;
        inside.Write(1, 0, ">", Canvas.Over(look, theme[Roles.Accent]));
        _input.DrawOn(inside.Inside(new Rect(3, 0, inside.Width - 4 - count, 1)));
        inside.Write(new Rect(inside.Width - count, 0, count, 1), _count.Line, Alignment.End, look, theme);

        var below = inside.Inside(new Rect(0, 1, inside.Width, inside.Height - 1));
        var list = _preview is not null && below.Width >= FewestForPreview ? below.Width / 2 : below.Width;
        _rows.DrawOn(below.Inside(new Rect(0, 0, list, below.Height)));
        if (list == below.Width || _preview is null)
            return;

        below.Down(list, 0, below.Height, theme.Glyphs.Border, Canvas.Over(look, theme[Roles.Edge]));
        _preview.DrawOn(below.Inside(new Rect(list + 1, 0, below.Width - list - 1, below.Height)));
    }

    private void Find(string query)
    {
        _rows.Show(_source.Find(query));
        Invalidate();
    }

    private void OnSelected()
    {
        if (_preview is not null)
            Release(_preview);

        _preview = _rows.Selected is { } item ? Preview?.Invoke(item) : null;
        _children = _preview is null ? [_input, _rows] : [_input, _rows, Adopt(_preview)];
        SelectionChanged?.Invoke(_rows.Selected);
    }

    private void Pick()
    {
        if (_screen is not { } screen || _rows.Selected is not { Refusal: null } item)
            return;

        _isPicked = true;
        screen.Close(_layer);
        _picked(item);
    }

    private void OnClosed()
    {
        _screen = null;
        if (!_isPicked)
            Cancelled?.Invoke();
    }

    // It grows and shrinks with what fits; its upper edge stays where it is.
    private Rect Place(Rect screen)
    {
        var width = Math.Min(Preview is null ? Columns : ColumnsWithPreview, screen.Width - 2);
        var most = Places.Upper(screen, width, MostRows + LayerBox.Edges + 1);
        var rows = Preview is null ? Math.Clamp(_rows.Items.Count, 1, MostRows) : MostRows;
        return most with { Height = Math.Min(most.Height, rows + LayerBox.Edges + 1) };
    }
}
