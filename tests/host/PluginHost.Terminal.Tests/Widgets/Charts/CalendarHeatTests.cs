using System.Globalization;

namespace PluginHost.Terminal.Tests.Widgets.Charts;

public sealed class CalendarHeatTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly CalendarHeat _calendar = new();

    [Fact]
    public void Should_Set_Days_By_Week_With_A_Digit_For_Each()
    {
        _calendar.Show(Monday, [9, 0, null, 1, 4.5, double.NaN, -1, 9]);
        using var screen = Show(20, 9);

        screen.ToText().ShouldBe("    Mar\nSun   .\nMon 9 9\nTue 0\nWed .\nThu 1\nFri 5\nSat .\n\n");
    }

    [Fact]
    public void Should_Begin_The_Week_As_The_Culture_Does()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Monday;
        _calendar.Culture = culture;
        _calendar.Show(Monday, [1, 2]);
        using var screen = Show(20, 9);

        screen.ToText().ShouldBe("    Mar\nMon 5\nTue 9\nWed\nThu\nFri\nSat\nSun\n\n");
    }

    [Fact]
    public void Should_Name_The_Months_Where_They_Begin()
    {
        _calendar.Show(new DateOnly(2026, 1, 1), [.. Enumerable.Repeat<double?>(1, 100)]);
        using var screen = Show(40, 9);

        screen.ToText().Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["Jan", "Feb", "Mar", "Apr"]);
    }

    [Fact]
    public void Should_Read_The_Day_At_The_Cursor_And_Open_It()
    {
        var opened = new List<DateOnly>();
        _calendar.Opened = opened.Add;
        _calendar.Show(Monday, [1, null, 3, 4, 5, 6, 7, 8]);
        using var screen = Show(30, 9);

        screen.Press(Key.Up);
        screen.ToText().ShouldEndWith("Mon 9 Mar 2026: 8\n");
        screen.Press(Key.Left);
        screen.Press(Key.Down);
        screen.ToText().ShouldEndWith("Tue 3 Mar 2026: n/a\n");
        screen.Press(Key.Enter);
        screen.Click(4, 4);
        screen.Click(4, 4);

        opened.ShouldBe([new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 4)]);
    }

    [Fact]
    public void Should_Show_The_Last_Weeks_Where_It_Is_Narrow_And_Follow_The_Cursor()
    {
        _calendar.Show(Monday, [1, .. Enumerable.Repeat<double?>(0, 99), 9]);
        using var screen = Show(9, 9);
        screen.ToText().ShouldContain("9");
        screen.ToText().ShouldNotContain("1");

        screen.Press(Key.Home);

        screen.ToText().Split('\n')[2].ShouldStartWith("Mon 1");
    }

    [Fact]
    public void Should_Use_The_Gregorian_Calendar_Whatever_The_Culture_Does()
    {
        var culture = CultureInfo.GetCultureInfo("fa-IR");
        _calendar.Culture = culture;
        _calendar.Show(Monday, [1]);
        using var screen = Show(40, 9);

        screen.Press(Key.Home);

        screen.ToText().ShouldContain("2026");
    }

    [Fact]
    public void Should_Mix_Colours_By_How_Much_There_Was()
    {
        _calendar.Show(Monday, [1, 9]);
        using var screen = new HeadlessScreen(20, 9, new WidgetScreen(_calendar, Theme.Dark));
        var canvas = new Canvas(screen.Buffer);

        var (little, much) = (canvas.At(4, 2).Style.Background, canvas.At(4, 3).Style.Background);

        much.ShouldBe(Theme.Dark[Roles.Series + "1"].Foreground);
        little.ShouldNotBe(much);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 3)]
    public void Should_Stand_Any_Size(int width, int height)
    {
        _calendar.Show(Monday, [1, 2, 3]);
        using var screen = Show(width, height);

        screen.Press(Key.Down);
        screen.Click(0, 0);
        _calendar.Show(Monday, []);
        screen.Settle();

        _calendar.Cursor.ShouldBeNull();
    }

    [Fact]
    public void Should_Allocate_Nothing_For_A_Frame_That_It_Has_Drawn_Before()
    {
        _calendar.Show(Monday, [1, 2, null, 4]);
        using var screen = Show(30, 12);
        screen.Press(Key.Down);
        var canvas = new Canvas(screen.Buffer);
        for (var i = 0; i < 3; i++)
            _calendar.Screen!.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _calendar.Screen!.Draw(canvas);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private HeadlessScreen Show(int width, int height) => new(width, height, new WidgetScreen(_calendar, Theme.Plain));
}
