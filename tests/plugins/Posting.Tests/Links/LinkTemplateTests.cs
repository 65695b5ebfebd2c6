using PluginHost.Campaigns;
using PluginHost.Posting.Links;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests.Links;

public sealed class LinkTemplateTests
{
    private static readonly Profile Shop = new() { Name = "@shop", Network = "x", Handle = "slocombe", Purpose = "offers", Language = "en" };

    [Theory]
    [InlineData("Look: https://ices.example.com/menu!", "Look: https://ices.example.com/menu?utm_source=x&utm_campaign=ice%20days!")]
    [InlineData("https://ices.example.com/?a=1#top 👩‍👩‍👧", "https://ices.example.com/?a=1&utm_source=x&utm_campaign=ice%20days#top 👩‍👩‍👧")]
    [InlineData("https://ices.example.com/?utm_source=mail", "https://ices.example.com/?utm_source=mail&utm_campaign=ice%20days")]
    [InlineData("ices.example.com has no scheme", "ices.example.com has no scheme")]
    [InlineData("No link at all, مرحبا", "No link at all, مرحبا")]
    public void Should_Say_In_A_Link_Where_It_Was_Read(string text, string expected) =>
        LinkTemplate.Read("utm_source={network}&utm_campaign={campaign}", "").Apply(text, Shop, "ice days").Text.ShouldBe(expected);

    [Fact]
    public void Should_Leave_Links_Of_Others_Alone() => LinkTemplate.Read("?from={profile}", "ices.org, example.com")
        .Apply("https://news.example.org/a https://www.example.com/b https://notexample.com/c", Shop, "")
        .Text.ShouldBe("https://news.example.org/a https://www.example.com/b?from=slocombe https://notexample.com/c");

    [Fact]
    public void Should_Leave_Out_What_Is_Not_Known_Of_A_Profile() =>
        LinkTemplate.Read("a={purpose}&b={language}", "").Apply("https://a.example.com/", Shop with { Purpose = "" }, "").Text.ShouldBe("https://a.example.com/?b=en");

    [Fact]
    public void Should_Change_Nothing_Where_There_Is_No_Template() =>
        LinkTemplate.Read("", "").Apply("https://a.example.com/", Shop, "").Text.ShouldBe("https://a.example.com/");

    [Fact]
    public void Should_Lead_From_The_Text_Back_To_What_Was_Written()
    {
        var linked = LinkTemplate.Read("u=1", "").Apply("a https://a.example.com/ b https://b.example.com/ c", Shop, "");
        linked.Text.ShouldBe("a https://a.example.com/?u=1 b https://b.example.com/?u=1 c");

        Written("b ").ShouldBe("b ");
        Written("c").ShouldBe("c");
        Written("https://b.example.com/?u=1").ShouldBe("https://b.example.com/");
        Written("u=1 b").ShouldBe(" b");

        string Written(string part)
        {
            var range = linked.Written(new TextRange { Start = linked.Text.IndexOf(part, StringComparison.Ordinal), Length = part.Length });
            return "a https://a.example.com/ b https://b.example.com/ c".Substring(range.Start, range.Length);
        }
    }

    [Theory]
    [InlineData("utm_source", "The setting \"links\" of posting has \"utm_source\", which is no parameter. Write name=value, with & between two.")]
    [InlineData("a={netwrok}", "The setting \"links\" of posting has {netwrok}, which is nothing that is known of a post. Did you mean \"network\"?")]
    public void Should_Refuse_What_Is_No_Template(string text, string message) =>
        Should.Throw<WrongUseException>(() => LinkTemplate.Read(text, "")).Message.ShouldBe(message);
}
