using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>
/// Days by week: a column for each week, a row for each day of it. A digit tells how much there was, from 1 to 9, and <c>0</c> that there was nothing;
/// colour says the same again. What is missing is a dot. The day at the cursor is read below.
/// </summary>
public sealed partial class CalendarHeat : Widget
{
    private double?[] _values = [];
    private double _greatest;
    private int _cursor = -1;

    /// <summary>The first day.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>Whose weeks, names and digits they are.</summary>
    /// <value>The invariant culture, whose weeks begin on Sunday.</value>
    public CultureInfo Culture
    {
        get;
        set
        {
            (field, _names) = (value, null);
            Invalidate();
        }
    }

    = CultureInfo.InvariantCulture;

    /// <summary>How a value is written.</summary>
    /// <value><see langword="null"/>: in full, with at most three places.</value>
    public Func<double, string>? FormatValue { get; set; }

    /// <summary>Whose look it has.</summary>
    /// <value><c>series.1</c></value>
    public string Role { get; init; } = SeriesRoles.Of(0);

    /// <summary>What stands there while there are no days.</summary>
    public RichLine Welcome { get; set; } = RichLine.Empty;

    /// <summary>Called when a day is opened, by Enter or a double click.</summary>
    public Action<DateOnly>? Opened { get; set; }

    /// <summary>The day at the cursor; null where there is none.</summary>
    public DateOnly? Cursor => _cursor < 0 ? null : First.AddDays(_cursor);

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <summary>Shows some days.</summary>
    /// <param name="first">The first one.</param>
    /// <param name="values">What each had. What is null, not a number, infinite or below 0 is missing.</param>
    public void Show(DateOnly first, IReadOnlyList<double?> values)
    {
        (First, Last) = (first, values.Count == 0 ? first : first.AddDays(values.Count - 1));
        _values = [.. values.Select(value => ChartNumbers.Of(value) is >= 0 ? value : null)];
        _greatest = _values.Max() ?? 0;
        _cursor = Math.Min(_cursor, _values.Length - 1);
        _read = null;
        Invalidate();
    }

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (key.Modifiers != Modifiers.None || _values.Length == 0)
            return false;

        if (key.Key == Key.Enter && Opened is not null && Cursor is { } day)
        {
            Opened(day);
            return true;
        }

        int? target = key.Key switch
        {
            Key.Left or Key.Right or Key.Up or Key.Down when _cursor < 0 => _values.Length - 1,
            Key.Left => Math.Max(0, _cursor - 7),
            Key.Right => _cursor + 7,
            Key.Up => Math.Max(0, _cursor - 1),
            Key.Down => _cursor + 1,
            Key.Home => 0,
            Key.End => _values.Length - 1,
            Key.Escape when _cursor >= 0 => -1,
            _ => null,
        };
        if (target is not { } index)
            return false;

        Move(index);
        return true;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button != MouseButton.Left)
            return false;

        if (mouse.Action == MouseAction.Press && DayAt(mouse.X, mouse.Y) is { } day)
        {
            Move(day);
            if (clicks == 2)
                Opened?.Invoke(First.AddDays(day));
        }

        return true;
    }

    private void Move(int day)
    {
        (_cursor, _read) = (Math.Clamp(day, -1, _values.Length - 1), null);
        Invalidate();
    }
}
