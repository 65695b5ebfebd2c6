using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>What a culture calls days and months of the Gregorian calendar, whatever calendar it uses otherwise.</summary>
internal sealed class CalendarNames
{
    private readonly CultureInfo _culture;

    public CalendarNames(CultureInfo culture)
    {
        _culture = Gregorian(culture);
        FirstDay = culture.DateTimeFormat.FirstDayOfWeek;
        Days = [.. Enumerable.Range(0, 7).Select(day => (DayOfWeek)(((int)FirstDay + day) % 7))
            .Select(day => RichLine.Of(_culture.DateTimeFormat.GetAbbreviatedDayName(day), Roles.Dim))];
        Months = [.. Enumerable.Range(1, 12).Select(month => RichLine.Of(_culture.DateTimeFormat.GetAbbreviatedMonthName(month), Roles.Dim))];
    }

    /// <summary>On which day its weeks begin.</summary>
    public DayOfWeek FirstDay { get; }

    /// <summary>The days of a week, from its first.</summary>
    public IReadOnlyList<RichLine> Days { get; }

    /// <summary>The months, from January.</summary>
    public IReadOnlyList<RichLine> Months { get; }

    public string Written(DateOnly day) => day.ToString("ddd d MMM yyyy", _culture);

    public int WidthOfDays(TextOptions text)
    {
        var widest = 0;
        for (var i = 0; i < Days.Count; i++)
            widest = Math.Max(widest, TextWidth.Of(Days[i].Text, text));

        return widest;
    }

    private static CultureInfo Gregorian(CultureInfo culture)
    {
        if (culture.Calendar is GregorianCalendar)
            return culture;

        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar)
            return CultureInfo.InvariantCulture;

        var same = (CultureInfo)culture.Clone();
        same.DateTimeFormat.Calendar = calendar;
        return same;
    }
}
