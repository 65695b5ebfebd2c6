namespace PluginHost.Sdk.Tests.Time;

public sealed class DayTests
{
    [Theory]
    [InlineData("2026-03-02", "Europe/Oslo", "18:00", "2026-03-02T18:00:00+01:00")]
    [InlineData("2026-07-02", "Europe/Oslo", "9:05", "2026-07-02T09:05:00+02:00")]
    [InlineData("2026-07-02", "UTC", "23:59:59", "2026-07-02T23:59:59+00:00")]
    [InlineData("2026-07-02", "Asia/Kolkata", "00:00", "2026-07-02T00:00:00+05:30")]
    public void Should_Know_The_Instant_Of_A_Wall_Clock(string date, string zone, string time, string instant) => At(date, zone, time).ShouldBe(instant);

    [Theory]
    [InlineData("2026-03-29", "Europe/Oslo", "01:59", "2026-03-29T01:59:00+01:00")]
    [InlineData("2026-03-29", "Europe/Oslo", "02:30", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-03-29", "Europe/Oslo", "03:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-03-08", "America/Los_Angeles", "02:00", "2026-03-08T03:00:00-07:00")]
    [InlineData("2026-10-04", "Australia/Lord_Howe", "02:15", "2026-10-04T02:30:00+11:00")]
    [InlineData("2018-11-04", "America/Sao_Paulo", "00:30", "2018-11-04T01:00:00-02:00")]
    public void Should_Move_A_Time_That_The_Clocks_Skip_Right_Behind_The_Gap(string date, string zone, string time, string instant) =>
        At(date, zone, time).ShouldBe(instant);

    [Theory]
    [InlineData("2026-10-25", "Europe/Oslo", "02:30", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25", "Europe/Dublin", "01:30", "2026-10-25T01:30:00+01:00")]
    [InlineData("2026-11-01", "America/Los_Angeles", "01:00", "2026-11-01T01:00:00-07:00")]
    [InlineData("2026-11-01", "America/Los_Angeles", "02:00", "2026-11-01T02:00:00-08:00")]
    public void Should_Mean_The_First_Of_A_Time_That_Comes_Twice(string date, string zone, string time, string instant) => At(date, zone, time).ShouldBe(instant);

    [Theory]
    [InlineData("")]
    [InlineData("noon")]
    [InlineData("24:00")]
    [InlineData("18")]
    [InlineData("18:60")]
    [InlineData("6:00 pm")]
    [InlineData(" 18:00")]
    [InlineData("18:00Z")]
    [InlineData("١٨:٠٠")]
    public void Should_Refuse_What_Is_No_Time(string time) =>
        Should.Throw<WrongUseException>(() => At("2026-03-02", "Europe/Oslo", time)).Message.ShouldBe($"\"{time}\" is no time of day. Write it as 18:00.");

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("fi-FI")]
    public void Should_Read_And_Write_The_Same_In_Every_Culture(string culture)
    {
        using var _ = new OtherCulture(culture);

        At("2026-03-02", "Europe/Oslo", "18:00").ShouldBe("2026-03-02T18:00:00+01:00");
        Of("2026-03-02", "Europe/Oslo").ToString().ShouldBe("2026-03-02");
    }

    [Fact]
    public void Should_Know_Its_Weekday() => Of("2026-03-02", "UTC").DayOfWeek.ShouldBe(DayOfWeek.Monday);

    [Fact]
    public void Should_Equal_The_Same_Day_In_The_Same_Zone()
    {
        Of("2026-03-02", "UTC").ShouldBe(Of("2026-03-02", "UTC"));
        Of("2026-03-02", "UTC").ShouldNotBe(Of("2026-03-02", "Europe/Oslo"));
    }

    private static string At(string date, string zone, string time) => ((Value)Of(date, zone).At(time)).ToString();

    private static Day Of(string date, string zone) => new()
    {
        Date = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
    };
}
