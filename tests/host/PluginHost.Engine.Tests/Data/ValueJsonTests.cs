using FsCheck;
using FsCheck.Fluent;
using PluginHost.Engine.Data;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.Data;

public sealed class ValueJsonTests
{
    [Fact]
    public void Should_Give_Back_Every_Value_That_It_Writes() => Prop.ForAll(Arb.From(Values(4)), value =>
    {
        var read = ValueJson.Read(ValueJson.Write(value));
        return read.Equals(value) && read.GetType() == value.GetType() && read.ToString() == value.ToString();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Write_The_Same_Text_Of_What_It_Has_Read() => Prop.ForAll(Arb.From(Values(4)), value =>
    {
        var text = ValueJson.Write(value);
        return ValueJson.Write(ValueJson.Read(text)) == text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Keep_An_Instant_To_The_Tick_And_With_Its_Offset()
    {
        // Given
        var instant = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(-8)).AddTicks(1_234_567);

        // When
        var read = ValueJson.Read(ValueJson.Write(instant)).ShouldBeOfType<InstantValue>().Instant;

        // Then
        read.EqualsExact(instant).ShouldBeTrue();
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("1.50")]
    public void Should_Keep_Every_Digit_Of_A_Number(string digits)
    {
        // Given
        Value number = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

        // When
        var text = ValueJson.Write(number);

        // Then
        text.ShouldBe(digits);
        ValueJson.Read(text).ToString().ShouldBe(digits);
    }

    [Fact]
    public void Should_Tell_Text_That_Looks_Like_Something_Else_From_It()
    {
        // Given
        var record = Record.Of(("$instant", "2026-03-02T09:00:00.0000000+00:00"), ("a", "1"), ("b", "true"), ("c", "null"), ("d", ""));

        // When
        var read = ValueJson.Read(ValueJson.Write(record));

        // Then
        read.ShouldBe(record);
        ((Record)read)["$instant"].ShouldBeOfType<TextValue>();
    }

    [Fact]
    public void Should_Keep_A_Text_With_Half_A_Character()
    {
        // Given
        var record = Record.Of(("half \ud83c name", "half \udf66"), ("whole", "\ud83c\udf66 \0 é"));

        // When
        var read = ValueJson.Read(ValueJson.Write(record));

        // Then
        read.ShouldBe(record);
    }

    [Fact]
    public void Should_Tell_A_Table_Without_Rows_From_An_Empty_List()
    {
        // Given
        var table = new Table { Columns = [new TableColumn { Name = "$flavour" }], Rows = [] };

        // When
        var read = ValueJson.Read(ValueJson.Write(table));

        // Then
        read.ShouldBe(table);
    }

    [Fact]
    public void Should_Stand_In_Json_As_People_Write_It_Where_Json_Has_It() =>
        ValueJson.Write(Record.Of(("text", "æøå"), ("n", 1.5m), ("list", new ListValue([true, Value.Nothing]))))
            .ShouldBe("""{"text":"æøå","n":1.5,"list":[true,null]}""");

    [Fact]
    public void Should_Read_A_Value_As_Deep_As_It_Writes()
    {
        // Given
        Value value = "bottom";
        for (var i = 0; i < ValueJson.Depth; i++)
            value = i % 2 == 0 ? new ListValue([value]) : Record.Of(("$in", value));

        // When, Then
        ValueJson.Read(ValueJson.Write(value)).ShouldBe(value);
        Should.Throw<WrongUseException>(() => ValueJson.Write(new ListValue([value]))).Message.ShouldContain("deep");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\":")]
    [InlineData("{\"$instant\":\"yesterday\"}")]
    [InlineData("{\"$instant\":1}")]
    [InlineData("{\"$table\":[\"a\"]}")]
    [InlineData("{\"$table\":[\"a\"],\"rows\":[1]}")]
    [InlineData("{\"$record\":[\"a\"]}")]
    [InlineData("{\"$utf16\":\"?\"}")]
    [InlineData("{\"$other\":1}")]
    [InlineData("1e99")]
    public void Should_Say_What_It_Cannot_Read(string json) =>
        Should.Throw<PluginHostException>(() => ValueJson.Read(json)).Message.ShouldContain("Restore the store from a copy.");

    private static Gen<Value> Values(int depth)
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
            Gen.Elements("", "$instant", "$", "rows", "\ud83c", "null", "1", "\u0000"));
        var simple = Gen.OneOf(
            Gen.Constant(Value.Nothing),
            texts.Select(text => (Value)text),
            ArbMap.Default.GeneratorFor<decimal>().Select(number => (Value)number),
            ArbMap.Default.GeneratorFor<bool>().Select(flag => (Value)flag),
            ArbMap.Default.GeneratorFor<DateTimeOffset>().Select(instant => (Value)instant));
        if (depth == 0)
            return simple;

        var inner = Values(depth - 1);
        var records = texts.Zip(inner, KeyValuePair.Create).ListOf().Select(fields => new Record(fields.Take(4)));
        return Gen.OneOf(
            simple,
            inner.ListOf().Select(items => (Value)new ListValue(items.Take(4))),
            records.Select(record => (Value)record),
            records.Select(row => (Value)new Table { Columns = [.. row.Fields.Select(field => new TableColumn { Name = field.Key })], Rows = [row, row] }));
    }
}
