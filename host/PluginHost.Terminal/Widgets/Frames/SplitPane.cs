namespace PluginHost.Terminal;

/// <summary>
/// Two parts with a divider between them, which the mouse drags, and Alt+Shift with an arrow moves from within either part. A double click on the divider, or
/// Alt+Shift+Home, puts it back. One part can be zoomed: then the other is not seen, and takes no focus.
/// </summary>
public sealed partial class SplitPane : Widget
{
    private Widget[] _seen;
    private double _ratio;
    private SplitSide _zoomed;

    /// <summary>Makes one, divided in the middle.</summary>
    /// <param name="orientation">How the parts stand to each other.</param>
    /// <param name="first">The left or upper part.</param>
    /// <param name="second">The right or lower part.</param>
    public SplitPane(Orientation orientation, Widget first, Widget second)
        : this(orientation, first, second, 0.5)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="orientation">How the parts stand to each other.</param>
    /// <param name="first">The left or upper part.</param>
    /// <param name="second">The right or lower part.</param>
    /// <param name="ratio">The share of the first, from 0 to 1; also where a double click puts the divider.</param>
    public SplitPane(Orientation orientation, Widget first, Widget second, double ratio)
    {
        (Orientation, First, Second) = (orientation, Adopt(first), Adopt(second));
        _seen = [first, second];
        UsualRatio = _ratio = Math.Clamp(ratio, 0, 1);
    }

    /// <summary>How the parts stand to each other.</summary>
    public Orientation Orientation { get; }

    /// <summary>The left or upper part.</summary>
    public Widget First { get; private set; }

    /// <summary>The right or lower part.</summary>
    public Widget Second { get; private set; }

    /// <summary>Where a double click puts the divider.</summary>
    public double UsualRatio { get; }

    /// <summary>The share of the first part, from 0 to 1. It stays what it is where a screen is too small for it.</summary>
    public double Ratio
    {
        get => _ratio;
        set
        {
            var ratio = Math.Clamp(value, 0, 1);
            if (ratio == _ratio)
                return;

            _ratio = ratio;
            RatioChanged?.Invoke(ratio);
            Invalidate();
        }
    }

    /// <summary>The fewest cells of the first part, while there is room for both.</summary>
    public int FewestOfFirst { get; init; } = 1;

    /// <summary>The fewest cells of the second part, while there is room for both.</summary>
    public int FewestOfSecond { get; init; } = 1;

    /// <summary>Called when the divider was moved.</summary>
    public Action<double>? RatioChanged { get; set; }

    /// <summary>The part that has all the room.</summary>
    public SplitSide Zoomed
    {
        get => _zoomed;
        set
        {
            if (value == _zoomed)
                return;

            _zoomed = value;
            ShowSides();
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _seen;

    private bool IsAcross => Orientation == Orientation.Horizontal;

    /// <summary>Puts another in the place of a part.</summary>
    /// <param name="side">Which part.</param>
    /// <param name="widget">The other.</param>
    public void Replace(SplitSide side, Widget widget)
    {
        Release(side == SplitSide.First ? First : Second);
        Adopt(widget);
        if (side == SplitSide.First)
            First = widget;
        else
            Second = widget;

        ShowSides();
    }

    /// <summary>Gives a widget all the room of the splits around it; where it has that, they are as before.</summary>
    /// <param name="widget">Something within splits.</param>
    public static void ToggleZoom(Widget widget)
    {
        var isZoomed = IsZoomed(widget);
        var screen = widget.Screen;
        for (var part = widget; part.Parent is { } parent; part = parent)
        {
            if (parent is SplitPane split)
                split.Zoomed = isZoomed ? SplitSide.None : split.SideOf(part);
        }

        screen?.Invalidate();
    }

    /// <summary>Whether a widget has all the room of the splits around it. False where there are none.</summary>
    /// <param name="widget">Something within splits.</param>
    public static bool IsZoomed(Widget widget)
    {
        var isWithin = false;
        for (var part = widget; part.Parent is { } parent; part = parent)
        {
            if (parent is not SplitPane split)
                continue;

            isWithin = true;
            if (split.Zoomed != split.SideOf(part))
                return false;
        }

        return isWithin;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        if (Zoomed != SplitSide.None)
        {
            (Zoomed == SplitSide.First ? First : Second).DrawOn(canvas);
            return;
        }

        var length = IsAcross ? canvas.Width : canvas.Height;
        var first = FirstLength(length);
        First.DrawOn(canvas.Inside(Part(canvas, 0, first)));
        if (length < 2)
            return;

        DrawDivider(canvas, first);
        Second.DrawOn(canvas.Inside(Part(canvas, first + 1, length - first - 1)));
    }

    private void DrawDivider(Canvas canvas, int at)
    {
        var theme = Theme;
        var style = Canvas.Over(theme[Roles.Text], theme[_isDragging ? Roles.FocusedEdge : Roles.Edge]);
        if (IsAcross)
            canvas.Down(at, 0, canvas.Height, theme.Glyphs.Border, style);
        else
            canvas.Across(0, at, canvas.Width, theme.Glyphs.Border, style);
    }

    private Rect Part(Canvas canvas, int start, int length) =>
        IsAcross ? new Rect(start, 0, length, canvas.Height) : new Rect(0, start, canvas.Width, length);

    // The divider takes one cell.
    private int FirstLength(int length) => length < 2 ? length : Fitted(length - 1, (int)Math.Round((length - 1) * _ratio));

    // Where there is no room for both fewest, they shrink alike.
    private int Fitted(int room, int wanted)
    {
        var (first, second) = (Math.Max(0, FewestOfFirst), Math.Max(0, FewestOfSecond));
        if (first + second > room)
            (first, second) = (room * first / (first + second), room - (room * first / (first + second)));

        return Math.Clamp(wanted, first, room - second);
    }

    private SplitSide SideOf(Widget part) => part == First ? SplitSide.First : part == Second ? SplitSide.Second : SplitSide.None;

    private void ShowSides()
    {
        _seen = Zoomed switch
        {
            SplitSide.First => [First],
            SplitSide.Second => [Second],
            _ => [First, Second],
        };

        // Keys must not go where nobody looks.
        if ((Zoomed == SplitSide.First && Second.HasFocus) || (Zoomed == SplitSide.Second && First.HasFocus))
            Screen?.FocusFirst(_seen[0]);

        Invalidate();
    }
}
