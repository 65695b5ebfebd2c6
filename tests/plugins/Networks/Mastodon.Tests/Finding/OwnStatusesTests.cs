using System.Globalization;
using System.Text.Json;

namespace PluginHost.Mastodon.Tests;

/// <summary>How a post is found where nobody knows its key.</summary>
public sealed class OwnStatusesTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(-5, true)]
    [InlineData(-6, false)]
    [InlineData(3_600, true)]
    public void Should_Be_Another_Post_When_It_Is_Older_Than_The_Attempt(int seconds, bool isFound) =>
        (Found(("115", seconds, "<p>Hello</p>", null)) is not null).ShouldBe(isFound);

    [Theory]
    [InlineData("30:later 20:first 10:other", "first")]
    [InlineData("30:first -2:before", "first")]
    [InlineData("-1:nearest -3:before", "nearest")]
    public void Should_Be_The_First_Since_The_Attempt_When_Several_Say_The_Same(string posts, string expected) =>
        Found([.. posts.Split(' ').Select(post => post.Split(':')).Select(post =>
            (post[1], int.Parse(post[0], CultureInfo.InvariantCulture), post[1] == "other" ? "<p>Else</p>" : "<p>Hello</p>", (string?)null))]).ShouldBe(expected);

    [Fact]
    public void Should_Not_Take_A_Post_For_An_Answer() => Found(("115", 1, "<p>Hello</p>", "7")).ShouldBeNull();

    [Fact]
    public void Should_Believe_The_Plain_Text_Where_A_Server_Gives_It()
    {
        var own = new OwnStatuses(Town.Post("R&D <b>"), Town.Noon);

        // As snac writes it: its mark-up takes what looks like mark-up for its own.
        own.Add(Page(("115", 1, "R&D <b><br>", null, "R&D <b>")));

        own.Best!.RemoteId.ShouldBe("115");
    }

    [Fact]
    public void Should_Have_The_Source_Decide_Where_The_Shown_Text_Is_Another()
    {
        var own = new OwnStatuses(Town.Post("Hello *you*"), Town.Noon);
        own.Add(Page(("115", 1, "<p>Hello <em>you</em></p>", null, "")));

        own.TakeBySource(own.Others.ShouldHaveSingleItem(), "Hello *you*");

        own.Best!.RemoteId.ShouldBe("115");
    }

    // As snac dates a boost: by what was boosted.
    [Fact]
    public void Should_Go_On_Behind_A_Boost_Of_What_Is_Older_Than_The_Attempt()
    {
        var own = new OwnStatuses(Town.Post("Hello"), Town.Noon);

        own.Add(Json.Parse("""
            [{"id":"9","created_at":"2020-01-01T00:00:00Z","content":"<p>Hello</p>","reblog":{"id":"1"}},
             {"id":"8","created_at":"2026-03-02T12:00:01Z","in_reply_to_id":null,"content":"<p>Hello</p>","reblog":null}]
            """).Items()).ShouldBe("8");

        own.Best!.RemoteId.ShouldBe("8");
        own.Others.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Name_No_Older_Page_When_A_Page_Tells_Nothing_New()
    {
        var own = new OwnStatuses(Town.Post("Hello"), Town.Noon);

        own.Add(Page(("9", 9, "<p>9</p>", null, ""), ("8", 8, "<p>8</p>", null, ""))).ShouldBe("8");
        own.Add(Page(("9", 9, "<p>9</p>", null, ""), ("8", 8, "<p>8</p>", null, ""))).ShouldBeNull();
    }

    private static string? Found(params (string Id, int Seconds, string Content, string? Answered)[] posts)
    {
        var own = new OwnStatuses(Town.Post("Hello"), Town.Noon);
        own.Add(Page([.. posts.Select(post => (post.Id, post.Seconds, post.Content, post.Answered, ""))]));
        return own.Best?.RemoteId;
    }

    private static IReadOnlyList<JsonElement> Page(params (string Id, int Seconds, string Content, string? Answered, string Text)[] posts) =>
        Json.Parse(JsonSerializer.Serialize(posts.Select(post => new
        {
            id = post.Id,
            created_at = Town.Noon.AddSeconds(post.Seconds).ToString("O", CultureInfo.InvariantCulture),
            in_reply_to_id = post.Answered,
            content = post.Content,
            text = post.Text,
        }))).Items();
}
