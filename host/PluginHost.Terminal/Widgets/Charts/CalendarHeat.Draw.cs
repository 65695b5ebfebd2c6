namespace PluginHost.Terminal;

public sealed partial class CalendarHeat
{
    private const int Week = 7;
    private const int WeekWidth = 2;
    private const string Signs = "0123456789";

    private CalendarNames? _names;
    private RichLine? _read;
    private int _left; // The columns of the names of the days.
    private int _top; // The row of the first day.
    private int _firstWeek;
    private int _weeks;

    private int Offset => ((int)First.DayOfWeek - (int)Names.FirstDay + Week) % Week; // The days of the first week that are before the first day.

    private int Weeks => (Offset + _values.Length + Week - 1) / Week;

    private CalendarNames Names => _names ??= new CalendarNames(Culture);

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        if (_values.Length == 0)
        {
            canvas.Write(canvas.Area with { Height = 1 }, Welcome, Canvas.Over(theme[Roles.Text], theme[Roles.Hint]), theme);
            return;
        }

        var hasMonths = canvas.Height > Week;
        var names = Names.WidthOfDays(canvas.Text) + 1;
        _left = canvas.Width - names >= WeekWidth * 2 ? names : 0;
        _weeks = Math.Clamp((canvas.Width - _left + 1) / WeekWidth, 1, Weeks);
        ScrollToCursor();
        _top = hasMonths ? 1 : 0;
        for (var row = 0; row < Week && _left > 0; row++)
            canvas.Write(new Rect(0, _top + row, _left - 1, 1), Names.Days[row], theme[Roles.Text], theme);

        for (var column = 0; column < _weeks; column++)
            DrawWeek(canvas, column, theme);

        if (hasMonths)
            DrawMonths(canvas, theme);

        if (canvas.Height > _top + Week)
            canvas.Write(new Rect(0, _top + Week, canvas.Width, 1), _read ??= Read(), theme[Roles.Text], theme);
    }

    private void DrawWeek(Canvas canvas, int column, Theme theme)
    {
        for (var row = 0; row < Week; row++)
        {
            var day = DayOf(column, row);
            if (day < 0 || day >= _values.Length)
                continue;

            var level = LevelOf(_values[day]);
            var sign = level < 0 ? '.' : Signs[level];
            var x = _left + (column * WeekWidth);
            canvas.Put(x, _top + row, new ReadOnlySpan<char>(in sign), 1, LookOf(level, theme));
            if (day == _cursor)
                canvas.Tint(new Rect(x, _top + row, 1, 1), theme[HasFocus ? Roles.Selection : Roles.QuietSelection]);
        }
    }

    // Over the week in which a month begins, and over the first, where the name before leaves room.
    private void DrawMonths(Canvas canvas, Theme theme)
    {
        var end = 0;
        for (var column = 0; column < _weeks; column++)
        {
            var last = Math.Min(DayOf(column, Week - 1), _values.Length - 1);
            var first = Math.Max(DayOf(column, 0), 0);
            var month = First.AddDays(last).Month;
            var isNew = column == 0 || First.AddDays(first).Day == 1 || First.AddDays(first).Month != month;
            var name = Names.Months[month - 1];
            var width = TextWidth.Of(name.Text, canvas.Text);
            var x = _left + (column * WeekWidth);
            if (!isNew || x < end || x + width > canvas.Width)
                continue;

            canvas.Write(new Rect(x, 0, width, 1), name, theme[Roles.Text], theme);
            end = x + width + 1;
        }
    }

    private int DayOf(int column, int row) => ((_firstWeek + column) * Week) + row - Offset;

    private int? DayAt(int x, int y)
    {
        var (column, row) = ((x - _left) / WeekWidth, y - _top);
        if (x < _left || column >= _weeks || row is < 0 or >= Week)
            return null;

        var day = DayOf(column, row);
        return day >= 0 && day < _values.Length ? day : null;
    }

    // The last weeks are seen, or those around the cursor.
    private void ScrollToCursor()
    {
        var last = Weeks - _weeks;
        if (_cursor < 0)
        {
            _firstWeek = last;
            return;
        }

        var week = (Offset + _cursor) / Week;
        _firstWeek = Math.Clamp(Math.Clamp(_firstWeek, week - _weeks + 1, week), 0, last);
    }

    /// <summary>From 0 for nothing, over 1 for the least, to 9 for the greatest; -1 for what is missing.</summary>
    private int LevelOf(double? value) => value is not { } known ? -1 : known == 0 ? 0 : Math.Clamp((int)Math.Ceiling(known / _greatest * 9), 1, 9);

    private Style LookOf(int level, Theme theme)
    {
        var text = theme[Roles.Text];
        if (level <= 0)
            return Canvas.Over(text, theme[Roles.Dim]);

        var look = Canvas.Over(text, theme[Role]);
        if (text.Background.IsRgb && look.Foreground.IsRgb)
            return look with { Foreground = level > 4 ? text.Background : text.Foreground, Background = Mix(text.Background, look.Foreground, level) };

        // Without colours to mix, weight alone goes with the digit.
        return look with { Attributes = look.Attributes | (level <= 3 ? Attributes.Dim : level >= 7 ? Attributes.Bold : Attributes.None) };
    }

    private static Color Mix(Color ground, Color color, int level)
    {
        byte Part(byte from, byte to) => (byte)(from + ((to - from) * level / 9));
        return Color.Rgb(Part(ground.Red, color.Red), Part(ground.Green, color.Green), Part(ground.Blue, color.Blue));
    }

    private RichLine Read()
    {
        if (Cursor is not { } day)
            return RichLine.Empty;

        var value = _values[_cursor] is { } known ? FormatValue?.Invoke(known) ?? ChartNumbers.Alone(known, Culture) : ChartNumbers.Missing;
        return RichLine.Of(new Segment($"{Names.Written(day)}: ", Roles.Dim), new Segment(value, Roles.Header));
    }
}
