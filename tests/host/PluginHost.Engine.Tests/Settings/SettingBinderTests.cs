using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Settings;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Settings;

public class SettingBinderTests
{
    private static readonly SettingContribution[] Declared =
    [
        Declare("greeting", SettingKind.Text, "Hello"),
        Declare("attempts", SettingKind.Number, "3"),
        Declare("shout", SettingKind.Flag, "true"),
        Declare("undo", SettingKind.Duration, "30s"),
        Declare("hashtags", SettingKind.List, "[summer, \"a, b\"]"),
    ];

    [Fact]
    public void Should_Take_What_Is_Given()
    {
        // When
        var settings = Accept(
            Declared,
            Give("greeting", "no"),
            Give("attempts", "-2.50"),
            Give("shout", "false"),
            Give("undo", "2h"),
            Give("hashtags", new ListValue(["winter"])));

        // Then
        settings.Text("greeting").ShouldBe("no");
        settings.Number("attempts").ShouldBe(-2.50m);
        settings.Flag("shout").ShouldBeFalse();
        settings.Duration("undo").ShouldBe(TimeSpan.FromHours(2));
        settings.List("hashtags").ShouldBe(["winter"]);
    }

    [Fact]
    public void Should_Fall_Back_To_The_Defaults()
    {
        var settings = Accept(Declared);

        settings.Text("greeting").ShouldBe("Hello");
        settings.Number("attempts").ShouldBe(3);
        settings.Flag("shout").ShouldBeTrue();
        settings.Duration("undo").ShouldBe(TimeSpan.FromSeconds(30));
        settings.List("hashtags").ShouldBe(["summer", "a, b"]);
    }

    [Fact]
    public void Should_Fall_Back_To_Emptiness_When_No_Default_Is_Declared()
    {
        var settings = Accept([.. Declared.Select(declaration => declaration with { Default = "" })]);

        settings.Text("greeting").ShouldBe("");
        settings.Number("attempts").ShouldBe(0);
        settings.Flag("shout").ShouldBeFalse();
        settings.Duration("undo").ShouldBe(TimeSpan.Zero);
        settings.List("hashtags").ShouldBeEmpty();
    }

    [Fact]
    public void Should_Keep_An_Empty_Text_And_An_Empty_List_That_Are_Given()
    {
        var settings = Accept(Declared, Give("greeting", ""), Give("hashtags", new ListValue([])));

        settings.Text("greeting").ShouldBe("");
        settings.List("hashtags").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("greting", "x", "\"greting\" is no setting of the plugin \"posting\". Did you mean \"greeting\"? It has greeting, attempts, shout, undo, hashtags.")]
    [InlineData("Greeting", "x", "\"Greeting\" is no setting of the plugin \"posting\". Did you mean \"greeting\"? It has greeting, attempts, shout, undo, hashtags.")]
    [InlineData("colour", "x", "\"colour\" is no setting of the plugin \"posting\". It has greeting, attempts, shout, undo, hashtags.")]
    [InlineData("attempts", "three", "\"attempts\" wants a number, such as 3 or 2.5, not \"three\".")]
    [InlineData("attempts", "1,5", "\"attempts\" wants a number, such as 3 or 2.5, not \"1,5\".")]
    [InlineData("attempts", "", "\"attempts\" wants a number, such as 3 or 2.5, not \"\".")]
    [InlineData("shout", "yes", "\"shout\" wants true or false, not \"yes\".")]
    [InlineData("shout", "True", "\"shout\" wants true or false, not \"True\".")]
    [InlineData("undo", "30", "\"undo\" wants a length of time, such as 250ms, 30s, 5m, 2h or 7d, not \"30\".")]
    [InlineData("hashtags", "summer", "\"hashtags\" wants a list, such as [one, two], not \"summer\".")]
    public void Should_Say_What_Is_Wrong_And_Where(string name, string value, string message) =>
        Refuse(Declared, Give(name, value, line: 7)).ShouldBe([$"plugins.yaml(7): {message}"]);

    [Theory]
    [InlineData("greeting", "a text")]
    [InlineData("attempts", "a number, such as 3 or 2.5")]
    [InlineData("shout", "true or false")]
    [InlineData("undo", "a length of time, such as 250ms, 30s, 5m, 2h or 7d")]
    public void Should_Refuse_A_List_Where_One_Value_Is_Wanted(string name, string wanted) =>
        Refuse(Declared, Give(name, new ListValue(["a"]), line: 7)).ShouldBe([$"plugins.yaml(7): \"{name}\" wants {wanted}, not a list."]);

    [Fact]
    public void Should_Say_So_When_The_Plugin_Has_No_Settings() =>
        Refuse([], Give("undo", "30s", line: 4)).ShouldBe(["plugins.yaml(4): \"undo\" is no setting: the plugin \"posting\" has none. Take the line out."]);

    [Fact]
    public void Should_Tell_All_That_Is_Wrong() =>
        Refuse(Declared, Give("undo", "soon", line: 9), Give("shout", "no", line: 8)).Select(message => message[..15])
            .ShouldBe(["plugins.yaml(8)", "plugins.yaml(9)"]);

    [Theory]
    [InlineData(SettingKind.Number, "three", "a number, such as 3 or 2.5")]
    [InlineData(SettingKind.Flag, "yes", "true or false")]
    [InlineData(SettingKind.Duration, "30", "a length of time, such as 250ms, 30s, 5m, 2h or 7d")]
    [InlineData(SettingKind.List, "one, two", "a list, such as [one, two]")]
    [InlineData(SettingKind.List, "[one", "a list, such as [one, two]")]
    [InlineData(SettingKind.List, "[[one]]", "a list, such as [one, two]")]
    [InlineData(SettingKind.List, "[one, null]", "a list, such as [one, two]")]
    public void Should_Name_The_Plugin_When_Its_Default_Is_Wrong(SettingKind kind, string text, string wanted) =>
        Refuse([Declare("x", kind, text)]).ShouldBe([
            $"plugins.yaml: the plugin \"posting\" declares \"{text}\" as the default of \"x\", which wants {wanted}. "
            + "Its author must mend that; until then, give \"x\" under its settings.",
        ]);

    [Fact]
    public void Should_Do_Without_A_Wrong_Default_When_A_Value_Is_Given() =>
        Accept([Declare("undo", SettingKind.Duration, "30")], Give("undo", "30s")).Duration("undo").ShouldBe(TimeSpan.FromSeconds(30));

    [Fact]
    public void Should_Refuse_A_Name_That_Is_Not_Declared() => Should.Throw<WrongUseException>(() => Accept(Declared).Text("greting")).Message
        .ShouldBe("The plugin \"posting\" declares no setting \"greting\". Did you mean \"greeting\"?");

    [Fact]
    public void Should_Refuse_To_Read_A_Setting_As_Another_Kind()
    {
        var settings = Accept(Declared);

        Should.Throw<WrongUseException>(() => settings.Text("undo")).Message
            .ShouldBe("The setting \"undo\" of the plugin \"posting\" is declared as Duration, not as Text.");
        Should.Throw<WrongUseException>(() => settings.Number("greeting")).Message.ShouldContain("declared as Text, not as Number");
        Should.Throw<WrongUseException>(() => settings.Flag("attempts")).Message.ShouldContain("declared as Number, not as Flag");
        Should.Throw<WrongUseException>(() => settings.Duration("hashtags")).Message.ShouldContain("declared as List, not as Duration");
        Should.Throw<WrongUseException>(() => settings.List("shout")).Message.ShouldContain("declared as Flag, not as List");
    }

    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("0s", 0)]
    [InlineData("30s", 30_000)]
    [InlineData("5m", 300_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("7d", 604_800_000)]
    [InlineData("007s", 7_000)]
    public void Should_Read_A_Length_Of_Time(string text, long milliseconds) =>
        DurationText.Parse(text).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("30")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("1.5h")]
    [InlineData("5 m")]
    [InlineData("5M")]
    [InlineData("1h30m")]
    [InlineData("2w")]
    [InlineData("٣s")]
    [InlineData("10675200d")]
    [InlineData("99999999999999999999s")]
    public void Should_Refuse_What_Is_No_Length_Of_Time(string text) => DurationText.Parse(text).ShouldBeNull();

    [Fact]
    public void Should_Read_The_Longest_Time() => DurationText.Parse("10675199d").ShouldBe(TimeSpan.FromDays(10_675_199));

    private static SettingContribution Declare(string name, SettingKind kind, string text) =>
        new() { Name = name, Kind = kind, Description = "", Default = text };

    private static GivenSetting Give(string name, Value value, int line = 1) => new() { Name = name, Line = line, Value = value };

    private static BoundSettings Accept(SettingContribution[] declared, params GivenSetting[] given) =>
        SettingBinder.Bind("plugins.yaml", "posting", declared, given).ShouldBeOfType<SettingsBound>().Settings;

    private static string[] Refuse(SettingContribution[] declared, params GivenSetting[] given) =>
        [.. SettingBinder.Bind("plugins.yaml", "posting", declared, given).ShouldBeOfType<SettingsRefused>().Problems.Select(problem => problem.ToString())];
}
