namespace PluginHost.Sdk.Tests.Values;

public sealed class RecordTests
{
    [Fact]
    public void Should_Give_Its_Fields_In_Order()
    {
        var record = Record.Of(("b", 1), ("a", "x"));

        record.Fields.Select(field => field.Key).ShouldBe(["b", "a"]);
        record["a"].ToString().ShouldBe("x");
        record.Find("b").ShouldBe((Value)1);
        record.Find("c").ShouldBeNull();
        record.ToString().ShouldBe("b: 1, a: x");
    }

    [Fact]
    public void Should_Ask_Whether_Another_Field_Was_Meant()
    {
        var record = Record.Of(("flavour", "Elvis"), ("price", 3)) with { Origin = "flavours.csv(3)" };

        Should.Throw<PluginHostException>(() => record["flavor"]).Message
            .ShouldBe("flavours.csv(3): there is no \"flavor\" here, only flavour, price. Did you mean \"flavour\"?");
        Should.Throw<PluginHostException>(() => record["Flavour"]).Message.ShouldEndWith("Did you mean \"flavour\"?");
        Should.Throw<PluginHostException>(() => Record.Of(("a", 1))["quantity"]).Message.ShouldBe("there is no \"quantity\" here, only a.");
    }

    [Fact]
    public void Should_Let_The_Last_Of_Two_Fields_Of_One_Name_Count_In_The_Place_Of_The_First()
    {
        var record = Record.Of(("a", 1), ("b", 2), ("a", 3));

        record.ShouldBe(Record.Of(("a", 3), ("b", 2)));
    }

    [Fact]
    public void Should_Equal_A_Record_Of_Equal_Fields_In_The_Same_Order_Wherever_It_Was_Read()
    {
        var record = Record.Of(("a", 1), ("b", "x"));

        record.ShouldBe(Record.Of(("a", 1.0m), ("b", "x")) with { Origin = "elsewhere(1)" });
        record.GetHashCode().ShouldBe((Record.Of(("a", 1.0m), ("b", "x")) with { Origin = "elsewhere(1)" }).GetHashCode());
        record.ShouldNotBe(Record.Of(("b", "x"), ("a", 1)));
        record.ShouldNotBe(Record.Of(("a", 1)));
        record.ShouldNotBe(Record.Of(("a", 1), ("B", "x")));
    }

    [Fact]
    public void Should_Join_A_Field_Of_All_Rows()
    {
        Record[] menu = [Record.Of(("flavour", "Secret Breakfast")), Record.Of(("flavour", "Elvis"))];

        menu.Join("flavour").ShouldBe("Secret Breakfast, Elvis");
        menu.Join("flavour", " and ").ShouldBe("Secret Breakfast and Elvis");
        Array.Empty<Record>().Join("flavour").ShouldBe("");
        Should.Throw<PluginHostException>(() => menu.Join("flavor")).Message.ShouldContain("Did you mean \"flavour\"?");
    }
}
