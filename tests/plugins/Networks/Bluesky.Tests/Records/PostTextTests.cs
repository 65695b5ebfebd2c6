using System.Text;

namespace PluginHost.Bluesky.Tests;

public sealed class PostTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("nothing in it", "")]
    [InlineData("hello @kari.example!", "Mention[6-19]=kari.example")]
    [InlineData("(@kari.example)", "Mention[1-14]=kari.example")]
    [InlineData("mail kari@example.com now", "")]
    [InlineData("@kari has no host", "")]
    [InlineData("@kari.example. And on", "Mention[0-13]=kari.example")]
    [InlineData("#open now", "Tag[0-5]=open")]
    [InlineData("it is #open!", "Tag[6-11]=open")]
    [InlineData("we are #1", "")]
    [InlineData("a#tag in a word", "")]
    [InlineData("#\uFE0F\u20E3 is a key", "")]
    [InlineData("\uFF03wide", "Tag[0-5]=wide")]
    [InlineData("https://example.com/#no-tag", "Link[0-19]=https://example.com/#no-tag")]
    public void Should_Find_What_Can_Be_Followed(string written, string found)
    {
        var text = PostText.Of(written, BlueskyRules.Rules);

        string.Join("; ", text.Facets.Select(facet => $"{facet.Kind}[{facet.Start}-{facet.End}]={facet.To}")).ShouldBe(found);
    }

    [Fact]
    public void Should_Shorten_Links_As_They_Are_Counted()
    {
        var text = PostText.Of("See https://example.com/a/very/long/path?with=more and go", BlueskyRules.Rules);

        text.Text.ShouldBe("See example.com/a/very/long/… and go");
        text.Facets.ShouldHaveSingleItem().To.ShouldBe("https://example.com/a/very/long/path?with=more");
    }

    // Emoji of four bytes, Arabic of two, and a letter with its mark apart.
    [Fact]
    public void Should_Count_Places_In_Bytes()
    {
        var text = PostText.Of("👩‍👩‍👧 مرحبا e\u0301 #sale", BlueskyRules.Rules);

        var facet = text.Facets.ShouldHaveSingleItem();
        var bytes = Encoding.UTF8.GetBytes(text.Text);
        Encoding.UTF8.GetString(bytes[text.ByteAt(facet.Start)..text.ByteAt(facet.End)]).ShouldBe("#sale");
    }
}
