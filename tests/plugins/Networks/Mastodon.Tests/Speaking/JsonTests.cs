namespace PluginHost.Mastodon.Tests;

public sealed class JsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":\"1")]
    [InlineData("{\"id\":\"1\"}{")]
    [InlineData("<html>")]
    [InlineData("[1,")]
    public void Should_Be_Nothing_When_It_Is_No_Whole_Json(string text) => Json.Parse(text).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Undefined);

    [Fact]
    public void Should_Read_What_Is_There_And_Nothing_Where_It_Is_Not()
    {
        var json = Json.Parse(" {\"a\":{\"b\":\"text\",\"n\":7,\"t\":\"8\",\"f\":true},\"list\":[1,2]}\r\n");

        json.Text("a", "b").ShouldBe("text");
        json.Number("a", "n").ShouldBe(7);
        json.Number("a", "t").ShouldBe(8);
        json.Flag("a", "f").ShouldBeTrue();
        json.Items("list").Count.ShouldBe(2);
        json.Text("a", "n").ShouldBe("");
        json.TextOrNull("a", "x", "y").ShouldBeNull();
        json.Number("a", "b").ShouldBeNull();
        json.Flag("list").ShouldBeFalse();
        json.Items("a").ShouldBeEmpty();
        json.Instant("a", "b").ShouldBeNull();
    }
}
