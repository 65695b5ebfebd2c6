using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>
/// Values as lines over equal distances. A cursor reads a point: the arrows or a click set it, Esc takes it away. Where there are several series, the
/// last point of each has its number, so that colour is not all that tells them apart.
/// </summary>
public sealed partial class LineChart : Widget
{
    private LineChartLayout? _layout;
    private int _cursor = -1;

    /// <summary>The series. They are read when they are set and when the size changes; who has new values sets them again.</summary>
    public IReadOnlyList<ChartSeries> Series
    {
        get;
        set
        {
            field = value;
            (_layout, _entries) = (null, null);
            Points = value.Count == 0 ? 0 : value.Max(series => series.Values.Count);
            Invalidate();
        }
    }

    = [];

    /// <summary>The names of the points, under the chart; as many as fit are shown.</summary>
    public IReadOnlyList<string> Labels
    {
        get;
        set
        {
            field = value;
            (_layout, _entries, _labels) = (null, null, null);
            Invalidate();
        }
    }

    = [];

    /// <summary>Whether 0 is on the axis, whatever the values.</summary>
    public bool BeginsAtZero { get; set; }

    /// <summary>How a value is written.</summary>
    /// <value><see langword="null"/>: rounded on the axis, with k, M, G and T for thousands and so on; in full where it is read.</value>
    public Func<double, string>? FormatValue { get; set; }

    /// <summary>Whose digits and signs numbers are written with.</summary>
    /// <value>The invariant culture.</value>
    public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture;

    /// <summary>What stands there while there is nothing to draw.</summary>
    public RichLine Welcome { get; set; } = RichLine.Empty;

    /// <summary>Called when the cursor moved, with the point; -1 where it was taken away.</summary>
    public Action<int>? CursorMoved { get; set; }

    /// <summary>The point that is read; -1 where none is.</summary>
    public int Cursor
    {
        get => Math.Min(_cursor, Points - 1);
        set => Move(value);
    }

    /// <inheritdoc/>
    public override bool CanFocus => true;

    internal int Points { get; private set; }

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (key.Modifiers != Modifiers.None || Points == 0)
            return false;

        var page = Math.Max(1, Points / 10);
        int? target = key.Key switch
        {
            Key.Left => Cursor < 0 ? Points - 1 : Math.Max(0, Cursor - 1),
            Key.Right => Cursor < 0 ? 0 : Cursor + 1,
            Key.PageUp => Math.Max(0, Cursor - page),
            Key.PageDown => Cursor + page,
            Key.Home => 0,
            Key.End => Points - 1,
            Key.Escape when Cursor >= 0 => -1,
            _ => null,
        };
        if (target is not { } point)
            return false;

        Move(point);
        return true;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button != MouseButton.Left || _layout is null || Points == 0)
            return false;

        if (mouse.Action != MouseAction.Release)
            Move(_layout.PointAt(mouse.X));

        return true;
    }

    private void Move(int point)
    {
        point = Math.Clamp(point, -1, Points - 1);
        if (point == _cursor)
            return;

        (_cursor, _entries) = (point, null);
        CursorMoved?.Invoke(point);
        Invalidate();
    }
}
