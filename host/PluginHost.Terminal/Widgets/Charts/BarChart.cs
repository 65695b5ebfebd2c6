using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>
/// Values as bars from 0, to an eighth of a cell: below each other with their values, or side by side over their labels. One can be selected, which reads
/// its value where that is not written, and opened.
/// </summary>
public sealed partial class BarChart : Widget
{
    private readonly RowPlace _place = new();
    private RichLine[]? _values;

    /// <summary>The bars.</summary>
    public IReadOnlyList<Bar> Bars
    {
        get;
        set
        {
            (field, _values) = (value, null);
            Invalidate();
        }
    }

    = [];

    /// <summary>Whether the bars stand side by side.</summary>
    public bool IsVertical { get; set; }

    /// <summary>How a value is written.</summary>
    /// <value><see langword="null"/>: in full, with at most three places.</value>
    public Func<double, string>? FormatValue { get; set; }

    /// <summary>Whose digits and signs numbers are written with.</summary>
    /// <value>The invariant culture.</value>
    public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture;

    /// <summary>What stands there while there are no bars.</summary>
    public RichLine Welcome { get; set; } = RichLine.Empty;

    /// <summary>Called when a bar is opened, by Enter or a double click.</summary>
    public Action<int>? Opened { get; set; }

    /// <summary>Called when another bar is selected.</summary>
    public Action<int>? SelectionChanged { get; set; }

    /// <summary>The selected bar; -1 where there is none. Setting it brings the bar into sight.</summary>
    public int Selected
    {
        get => _place.Selected;
        set
        {
            _place.Fit(Bars.Count);
            Select(value);
        }
    }

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        _place.Fit(Bars.Count);
        if (key is { Key: Key.Enter, Modifiers: Modifiers.None } && Selected >= 0 && Opened is not null)
        {
            Opened(Selected);
            return true;
        }

        // Side by side, left and right are what up and down are below each other.
        if (IsVertical && key.Key is Key.Left or Key.Right)
            key = key with { Key = key.Key == Key.Left ? Key.Up : Key.Down };
        else if (IsVertical && key.Key is Key.Up or Key.Down)
            return false;

        var before = Selected;
        var isTaken = _place.OnKey(key);
        if (Selected != before)
            SelectionChanged?.Invoke(Selected);

        return isTaken;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        _place.Fit(Bars.Count);
        if (_place.OnWheel(mouse))
            return true;

        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press })
            return mouse.Button == MouseButton.Left;

        var index = _place.Top + (IsVertical ? (mouse.X - AxisWidth) / _slot : mouse.Y);
        if (index >= Bars.Count || (IsVertical && mouse.X < AxisWidth))
            return true;

        Select(index);
        if (clicks == 2)
            Opened?.Invoke(index);

        return true;
    }

    private int AxisWidth => _axis?.Width ?? 0;

    // From 0: a bar tells by its length.
    internal (double Low, double High) Range()
    {
        var (low, high) = (0.0, 0.0);
        for (var i = 0; i < Bars.Count; i++)
        {
            if (ChartNumbers.Of(Bars[i].Value) is { } value)
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return low == high ? (0, 1) : (low, high);
    }

    private void Select(int index)
    {
        var before = Selected;
        _place.Select(index);
        if (Selected != before)
            SelectionChanged?.Invoke(Selected);

        Invalidate();
    }

    private RichLine[] Values() => _values ??= [.. Bars.Select(bar => ChartNumbers.Of(bar.Value) is { } value
        ? RichLine.Of(Direction.LeftToRight, new Segment(FormatValue?.Invoke(value) ?? ChartNumbers.Alone(value, Culture), Roles.Text))
        : RichLine.Of(ChartNumbers.Missing, Roles.Dim))];
}
