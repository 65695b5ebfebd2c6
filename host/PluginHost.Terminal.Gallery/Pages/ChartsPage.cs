namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Lines, bars, a calendar, and lines in a row of text.</summary>
internal sealed class ChartsPage : IGalleryPage
{
    private const int Points = 90;

    public string Id => "charts";

    public string Title => "Charts";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("← →", "point at a value"), new KeyHint("Ctrl+PageDown", "next chart")];

    public Widget Create(GalleryStage stage)
    {
        var tabs = new TabPane();
        tabs.Add(Fixed("Lines", new LineChart
        {
            Series = [new ChartSeries("acme", Wave(1)), new ChartSeries("globex", Wave(3)), new ChartSeries("إيميلات", Wave(5))],
            Labels = [.. Enumerable.Range(0, Points).Select(day => $"day {day}")],
        }));
        tabs.Add(Fixed("Bars", Share(isVertical: false)));
        tabs.Add(Fixed("Columns", Share(isVertical: true)));
        tabs.Add(Fixed("Calendar", Calendar()));
        tabs.Add(Fixed("Sparkline", new Sparkline { Values = Wave(2) }));
        return tabs;
    }

    private static Tab Fixed(string title, Widget content) => new(title, content) { CanClose = false };

    private static BarChart Share(bool isVertical) => new()
    {
        IsVertical = isVertical,
        Bars = [new Bar("acme", 61), new Bar("globex", 20), new Bar("initech", 14), new Bar("متجر", 9), new Bar("unknown", null)],
    };

    private static CalendarHeat Calendar()
    {
        var calendar = new CalendarHeat();
        calendar.Show(new DateOnly(2026, 1, 1), [.. Enumerable.Range(0, 300).Select(day => day % 11 == 0 ? (double?)null : day * 37 % 23)]);
        return calendar;
    }

    private static double?[] Wave(int speed) =>
        [.. Enumerable.Range(0, Points).Select(day => day % 30 == 29 ? (double?)null : Math.Round((Math.Sin(day * speed / 14.0) + 1.2) * 100, 1))];
}
