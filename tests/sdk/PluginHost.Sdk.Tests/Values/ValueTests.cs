namespace PluginHost.Sdk.Tests.Values;

public sealed class ValueTests
{
    private static readonly DateTimeOffset Instant = new(2026, 3, 2, 9, 5, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Should_Become_A_Value_Of_The_Right_Kind()
    {
        ((Value)"a").ShouldBe(new TextValue { Text = "a" });
        ((Value)1.5m).ShouldBe(new NumberValue { Amount = 1.5m });
        ((Value)7).ShouldBe(new NumberValue { Amount = 7 });
        ((Value)9_000_000_000L).ShouldBe(new NumberValue { Amount = 9_000_000_000 });
        ((Value)true).ShouldBe(new FlagValue { IsTrue = true });
        ((Value)Instant).ShouldBe(new InstantValue { Instant = Instant });
        ((Value)(DateTimeOffset?)Instant).ShouldBe(new InstantValue { Instant = Instant });
    }

    [Fact]
    public void Should_Become_Nothing_Where_There_Is_None()
    {
        ((Value)(string?)null).ShouldBeSameAs(Value.Nothing);
        ((Value)(DateTimeOffset?)null).ShouldBeSameAs(Value.Nothing);
        Value.Nothing.ToString().ShouldBe("");
    }

    [Fact]
    public void Should_Not_Equal_A_Value_Of_Another_Kind()
    {
        ((Value)"1").ShouldNotBe((Value)1);
        ((Value)"true").ShouldNotBe((Value)true);
        ((Value)"").ShouldNotBe(Value.Nothing);
        ((Value)1).ShouldNotBe((Value)true);
        new ListValue([1]).ShouldNotBe((Value)1);
    }

    [Fact]
    public void Should_Equal_A_Number_Of_The_Same_Size_However_It_Is_Written()
    {
        ((Value)1.50m).ShouldBe((Value)1.5m);
        ((Value)1.50m).GetHashCode().ShouldBe(((Value)1.5m).GetHashCode());
        ((Value)1.50m).ToString().ShouldBe("1.50");
    }

    [Fact]
    public void Should_Equal_The_Same_Instant_In_Another_Zone()
    {
        ((Value)Instant).ShouldBe((Value)Instant.ToUniversalTime());
        ((Value)Instant).GetHashCode().ShouldBe(((Value)Instant.ToUniversalTime()).GetHashCode());
    }

    [Theory]
    [InlineData("12.50", "12.5")]
    [InlineData("-3", "-3")]
    [InlineData(" 7 ", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Should_Read_A_Number_From_Text(string text, string number) =>
        ((Value)text).Number.ShouldBe(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("1,5")]
    [InlineData("1,000")]
    [InlineData("1 000")]
    [InlineData("5-")]
    [InlineData("1e3")]
    [InlineData("$5")]
    [InlineData("١٢")]
    public void Should_Not_Guess_A_Number(string text) =>
        Should.Throw<PluginHostException>(() => ((Value)text).Number).Message.ShouldBe($"\"{text}\" is no number.");

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    public void Should_Read_A_Flag_From_Text(string text, bool flag) => ((Value)text).Flag.ShouldBe(flag);

    [Fact]
    public void Should_Say_What_It_Is_Not()
    {
        Thrown(() => Value.Nothing.Number).ShouldBe("Nothing is no number.");
        Thrown(() => ((Value)true).Number).ShouldBe("\"true\" is no number.");
        Thrown(() => ((Value)1).Flag).ShouldBe("\"1\" is neither true nor false.");
        Thrown(() => ((Value)"yes").Flag).ShouldBe("\"yes\" is neither true nor false.");
        Thrown(() => ((Value)"a").Items).ShouldBe("\"a\" has no items.");
        Thrown(() => ((Value)"a")[0]).ShouldBe("\"a\" has no item 0.");
        Thrown(() => ((Value)"a")["b"]).ShouldBe("\"a\" has no field \"b\".");
        Thrown(() => new ListValue(["a", "b"])["c"]).ShouldBe("\"a, b\" has no field \"c\".");
        Thrown(() => ((Value)Instant).Number).ShouldBe("\"2026-03-02T09:05:00+01:00\" is no number.");
        Thrown(() => Table.Of(["a"], ("n", text => text)).Number).ShouldBe("A table is no number.");
    }

    [Fact]
    public void Should_Quote_No_More_Than_The_Beginning_Of_A_Long_Text() =>
        Thrown(() => ((Value)new string('x', 50)).Number).ShouldBe($"\"{new string('x', 40)}…\" is no number.");

    [Fact]
    public void Should_Write_An_Instant_As_ISO_8601()
    {
        ((Value)Instant).ToString().ShouldBe("2026-03-02T09:05:00+01:00");
        ((Value)Instant.ToUniversalTime()).ToString().ShouldBe("2026-03-02T08:05:00+00:00");
        ((Value)Instant.AddMilliseconds(250)).ToString().ShouldBe("2026-03-02T09:05:00.25+01:00");
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("nb-NO")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    public void Should_Read_And_Write_The_Same_In_Every_Culture(string culture)
    {
        using var _ = new OtherCulture(culture);

        ((Value)(-1234.5m)).ToString().ShouldBe("-1234.5");
        ((Value)"-1234.5").Number.ShouldBe(-1234.5m);
        ((Value)Instant).ToString().ShouldBe("2026-03-02T09:05:00+01:00");
        ((Value)true).ToString().ShouldBe("true");
        new ListValue([1.5m, 2]).ToString().ShouldBe("1.5, 2");
        Record.Of(("a", 1.5m)).ToString().ShouldBe("a: 1.5");
        Tree.Of(Enumerable.Range(0, 12), number => "").Nodes[11].Id.ShouldBe("11");
    }

    private static string Thrown(Func<object> what) => Should.Throw<PluginHostException>(() => { what(); }).Message;
}
