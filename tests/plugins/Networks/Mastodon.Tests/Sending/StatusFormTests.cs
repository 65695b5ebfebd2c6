using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

public sealed class StatusFormTests
{
    [Fact]
    public void Should_Say_Who_Sees_It_Also_Where_Everybody_Does() =>
        Written(Town.Post("Hello")).ShouldBe(["status=Hello", "visibility=public", "language=en"]);

    [Fact]
    public void Should_Say_All_That_Goes_With_It()
    {
        var post = Town.Post("Which one?") with
        {
            Language = "nb-NO",
            InReplyTo = "01JOPAQUE",
            Extras = new PostExtras
            {
                Warning = "Food",
                Visibility = PostVisibility.Followers,
                Quotes = "114",
                Poll = new Poll { Options = ["Mint", "Liquorice"], Lasts = TimeSpan.FromHours(2), IsMultiple = true },
            },
        };

        Written(post).ShouldBe(
        [
            "status=Which one?", "visibility=private", "in_reply_to_id=01JOPAQUE", "language=nb", "spoiler_text=Food", "sensitive=true", "quoted_status_id=114",
            "poll[options][]=Mint", "poll[options][]=Liquorice", "poll[expires_in]=7200", "poll[multiple]=true",
        ]);
    }

    [Theory]
    [InlineData(PostVisibility.Unlisted, "unlisted")]
    [InlineData(PostVisibility.Mentioned, "direct")]
    [InlineData((PostVisibility)99, "direct")]
    public void Should_Be_Meant_For_Fewer_Rather_Than_For_More(PostVisibility visibility, string expected) =>
        Written(Town.Post("Hello") with { Extras = new PostExtras { Visibility = visibility } }).ShouldContain($"visibility={expected}");

    [Theory]
    [InlineData("Read it", "Read it\n\nhttps://slocombe.example/news")]
    [InlineData("https://slocombe.example/news", "https://slocombe.example/news")]
    [InlineData("", "https://slocombe.example/news")]
    public void Should_Have_The_Link_Of_A_Card_Once(string text, string expected) =>
        StatusForm.TextOf(Town.Post(text) with { Extras = new PostExtras { Card = new LinkCard { Address = "https://slocombe.example/news", Title = "News" } } }).ShouldBe(expected);

    private static IEnumerable<string> Written(Outgoing post) => StatusForm.Of(post, []).Select(field => $"{field.Key}={field.Value}");
}
