namespace PluginHost.Sdk.Tests.Values;

public sealed class ListValueTests
{
    [Fact]
    public void Should_Give_Its_Items_In_Order()
    {
        Value list = new ListValue(["a", 2, true]);

        list.Items.ShouldBe(["a", 2, true]);
        list[1].Number.ShouldBe(2);
        list.ToString().ShouldBe("a, 2, true");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Should_Say_Which_Item_It_Does_Not_Have(int index) =>
        Should.Throw<PluginHostException>(() => new ListValue(["a", "b"])[index]).Message.ShouldBe($"\"a, b\" has no item {index}.");

    [Fact]
    public void Should_Equal_A_List_Of_Equal_Items_In_The_Same_Order()
    {
        new ListValue(["a", 2]).ShouldBe(new ListValue(["a", 2]));
        new ListValue(["a", 2]).GetHashCode().ShouldBe(new ListValue(["a", 2]).GetHashCode());
        new ListValue(["a", 2]).ShouldNotBe(new ListValue([2, "a"]));
        new ListValue(["a"]).ShouldNotBe(new ListValue(["a", "a"]));
        new ListValue([]).ShouldBe(new ListValue([]));
    }

    [Fact]
    public void Should_Not_Change_With_The_List_That_It_Was_Made_Of()
    {
        var items = new List<Value> { "a" };
        var list = new ListValue(items);

        items.Add("b");

        list.Items.Count.ShouldBe(1);
    }
}
