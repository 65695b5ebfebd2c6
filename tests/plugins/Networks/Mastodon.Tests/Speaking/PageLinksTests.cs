namespace PluginHost.Mastodon.Tests;

public sealed class PageLinksTests
{
    private static readonly Uri Server = new("https://mastodon.example");

    [Theory]
    [InlineData("<https://mastodon.example/api/v1/x?max_id=7>; rel=\"next\", <https://mastodon.example/api/v1/x?min_id=9>; rel=\"prev\"", "/api/v1/x?max_id=7")]
    [InlineData("<https://mastodon.example/x?min_id=9>; rel=\"prev\", <https://mastodon.example/x?max_id=7>; rel=\"next\"", "/x?max_id=7")]
    [InlineData("<https://mastodon.example/x?a=1,2&max_id=7>; rel=\"next\"", "/x?a=1,2&max_id=7")]
    [InlineData("</x?max_id=01J:ulid>; rel=next", "/x?max_id=01J:ulid")]
    [InlineData("<https://mastodon.example/x?min_id=9>; rel=\"prev\"", null)]
    [InlineData("<https://elsewhere.example/x?max_id=7>; rel=\"next\"", null)]
    [InlineData("https://mastodon.example/x", null)]
    [InlineData("", null)]
    public void Should_Name_The_Older_Page_Of_The_Same_Server(string link, string? expected) =>
        PageLinks.Next(Town.Answer(200, "[]", ("Link", link)), Server).ShouldBe(expected);
}
