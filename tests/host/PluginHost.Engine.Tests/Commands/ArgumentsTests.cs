using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Engine.Commands;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.Commands;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData(ParameterKind.Text, "Ask Kari", "Ask Kari")]
    [InlineData(ParameterKind.Text, "", "")]
    [InlineData(ParameterKind.Text, "12", "12")]
    [InlineData(ParameterKind.Integer, "-12", -12)]
    [InlineData(ParameterKind.LongInteger, "9000000000", 9_000_000_000L)]
    [InlineData(ParameterKind.Flag, "true", true)]
    [InlineData(ParameterKind.Flag, "False", false)]
    public void Should_Read_A_Text(ParameterKind kind, string given, object wanted) => Bind(kind, given).ShouldBe(wanted);

    [Fact]
    public void Should_Read_What_No_Attribute_Can_Hold()
    {
        Bind(ParameterKind.Number, "12.50").ShouldBe(12.50m);
        Bind(ParameterKind.Duration, "250ms").ShouldBe(TimeSpan.FromMilliseconds(250));
        Bind(ParameterKind.Instant, "2026-11-23T09:00:00Z").ShouldBe(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        Bind(ParameterKind.Instant, "2026-11-23T09:00:00.125+01:00").ShouldBe(new DateTimeOffset(2026, 11, 23, 9, 0, 0, 125, TimeSpan.FromHours(1)));
        Bind(ParameterKind.Instant, "2026-11-23T09:00").ShouldBe(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        Bind(ParameterKind.Instant, "2026-11-23").ShouldBe(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        Bind(ParameterKind.TextList, "a, b ,c").ShouldBe(new[] { "a", "b", "c" });
        Bind(ParameterKind.TextList, "alone").ShouldBe(new[] { "alone" });
    }

    [Fact]
    public void Should_Take_Values_Of_The_Kind_As_They_Are()
    {
        var instant = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)).AddTicks(1);

        Bind(ParameterKind.Integer, (Value)12).ShouldBe(12);
        Bind(ParameterKind.Number, (Value)1.5m).ShouldBe(1.5m);
        Bind(ParameterKind.Flag, (Value)true).ShouldBe(true);
        Bind(ParameterKind.Instant, (Value)instant).ShouldBe(instant);
        Bind(ParameterKind.TextList, new ListValue(["a, b", 3])).ShouldBe(new[] { "a, b", "3" });
        Bind(ParameterKind.Text, (Value)12).ShouldBe("12");
    }

    [Fact]
    public void Should_Keep_The_Wall_Clock_Of_A_Time_And_Take_An_Instant_As_It_Is()
    {
        var wall = Bind(ParameterKind.Time, "2027-03-28 02:30 Europe/Berlin").ShouldBeOfType<DueTime>();
        var next = Bind(ParameterKind.Time, "09:30").ShouldBeOfType<DueTime>();
        var instant = Bind(ParameterKind.Time, "2027-03-28T02:30:00Z").ShouldBeOfType<DueTime>();

        (wall.Instant, wall.Shift, wall.Zone.Id).ShouldBe((new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), ClockShift.Skipped, "Europe/Berlin"));
        (next.Wall.TimeOfDay, next.Zone.Id, next.IsOnWallClock).ShouldBe((new TimeSpan(9, 30, 0), "Europe/Oslo", true));
        (instant.Instant, instant.IsOnWallClock).ShouldBe((new DateTimeOffset(2027, 3, 28, 2, 30, 0, TimeSpan.Zero), false));
    }

    [Theory]
    [InlineData(ParameterKind.Integer, "many", "n=many: guest.do wants a whole number there.")]
    [InlineData(ParameterKind.Integer, "1.5", "n=1.5: guest.do wants a whole number there.")]
    [InlineData(ParameterKind.Integer, "1,000", "n=1,000: guest.do wants a whole number there.")]
    [InlineData(ParameterKind.Integer, "9000000000", "n=9000000000: guest.do wants a whole number there.")]
    [InlineData(ParameterKind.Integer, "١٢", "n=١٢: guest.do wants a whole number there.")]
    [InlineData(ParameterKind.LongInteger, "", "n=: guest.do wants a whole number there.")]
    [InlineData(ParameterKind.Number, "1,5", "n=1,5: guest.do wants a number, with a point for decimals, there.")]
    [InlineData(ParameterKind.Flag, "yes", "n=yes: guest.do wants true or false there.")]
    [InlineData(ParameterKind.Duration, "soon", "n=soon: guest.do wants a length of time, such as 250ms, 30s, 5m, 2h or 7d, there.")]
    [InlineData(ParameterKind.Instant, "tomorrow", "n=tomorrow: guest.do wants an instant there. \"tomorrow\" is no instant. Write it as 2026-03-02T09:00:00Z, with another offset as 2026-03-02T09:00:00+01:00, or 2026-03-02 for its first moment in UTC.")]
    [InlineData(ParameterKind.Instant, "09:00", "n=09:00: guest.do wants an instant there. \"09:00\" is no instant. Write it as 2026-03-02T09:00:00Z, with another offset as 2026-03-02T09:00:00+01:00, or 2026-03-02 for its first moment in UTC.")]
    [InlineData(ParameterKind.Instant, "11/10/2026", "n=11/10/2026: guest.do wants an instant there. \"11/10/2026\" is no instant. Write it as 2026-03-02T09:00:00Z, with another offset as 2026-03-02T09:00:00+01:00, or 2026-03-02 for its first moment in UTC.")]
    [InlineData(ParameterKind.Time, "noon", "n=noon: guest.do wants a time there. \"noon\" is no time. Write it as 2026-03-02 09:00 (in Europe/Oslo, unless another zone stands behind it), as 09:00 or Mon 09:00 (the next), or as 2026-03-02T09:00:00Z (an instant).")]
    [InlineData(ParameterKind.Time, "2026-02-30 09:00", "n=2026-02-30 09:00: guest.do wants a time there. \"2026-02-30 09:00\", character 1: \"2026-02-30\" is no date. Write it as 2026-03-02.")]
    public void Should_Say_What_Is_Wanted(ParameterKind kind, string given, string message) =>
        Should.Throw<WrongUseException>(() => Bind(kind, given)).Message.ShouldBe(message);

    [Fact]
    public void Should_Use_The_Default_Where_Nothing_Is_Given()
    {
        var command = Command(new ParameterContribution { Name = "n", Kind = ParameterKind.Integer, Default = "3" });

        Arguments.Bind(command, Record.Empty, Times).ShouldBe([3]);
        Arguments.Bind(command, Record.Of(("n", Value.Nothing)), Times).ShouldBe([3]);
        Arguments.Bind(command, Record.Of(("n", 4)), Times).ShouldBe([4]);
    }

    [Fact]
    public void Should_Ask_For_What_Is_Missing_In_The_Words_Of_The_Command()
    {
        var command = Command(
            new ParameterContribution { Name = "note", Kind = ParameterKind.Text, Question = "What should be remembered?" },
            new ParameterContribution { Name = "count", Kind = ParameterKind.Integer, Default = "1" });

        Should.Throw<WrongUseException>(() => Arguments.Bind(command, Record.Empty, Times)).Message
            .ShouldBe("guest.do needs note (What should be remembered?). Call it as: guest.do note=… [count=1]");
        Should.Throw<WrongUseException>(() => Arguments.Bind(command, Record.Of(("note", Value.Nothing)), Times)).Message
            .ShouldBe("guest.do needs note (What should be remembered?). Call it as: guest.do note=… [count=1]");
    }

    [Fact]
    public void Should_Refuse_A_Name_That_It_Does_Not_Know()
    {
        var command = Command(new ParameterContribution { Name = "note", Kind = ParameterKind.Text });

        Should.Throw<WrongUseException>(() => Arguments.Bind(command, Record.Of(("Note", "x")), Times)).Message
            .ShouldBe("guest.do takes no \"Note\". Did you mean \"note\"? Call it as: guest.do note=…");
        Should.Throw<WrongUseException>(() => Arguments.Bind(Command(), Record.Of(("note", "x")), Times)).Message
            .ShouldBe("guest.do takes no \"note\". Call it as: guest.do");
    }

    [Fact]
    public void Should_Bind_In_The_Order_Of_The_Method()
    {
        var command = Command(
            new ParameterContribution { Name = "a", Kind = ParameterKind.Text },
            new ParameterContribution { Name = "b", Kind = ParameterKind.Integer });

        Arguments.Bind(command, Record.Of(("b", 2), ("a", "one")), Times).ShouldBe(["one", 2]);
    }

    private static Times Times => new(new FakeClock(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo"));

    private static object? Bind(ParameterKind kind, Value given) =>
        Arguments.Bind(Command(new ParameterContribution { Name = "n", Kind = kind }), Record.Of(("n", given)), Times).Single();

    private static CommandContribution Command(params ParameterContribution[] parameters) =>
        new() { Id = "guest.do", Title = "Do", Method = "Do", Parameters = parameters };
}
