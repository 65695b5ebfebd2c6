using System.Globalization;

namespace PluginHost.RehearsalServer.Tests;

public sealed class MastodonTests
{
    [Fact]
    public async Task Should_Answer_A_Repeat_With_The_First_Post()
    {
        await using var network = await Loopback.StartAsync("repeat-broken=0");
        var first = await network.TootAsync("Hello", "k");

        var again = await network.TootAsync("Hello", "k");

        again.Status.ShouldBe(200);
        again.Text("id").ShouldBe(first.Text("id"));
        network.Log.Published.Count.ShouldBe(1);
        network.Log.LostAnswers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Stumble_Over_A_Repeat()
    {
        await using var network = await Loopback.StartAsync("repeat-broken=1");
        await network.TootAsync("Hello", "k");

        var again = await network.TootAsync("Hello", "k");

        again.Status.ShouldBe(500);
        network.Log.Published.Count.ShouldBe(1);
        network.Log.Refused.ShouldBeEmpty();
        network.Log.LostAnswers.ShouldHaveSingleItem().How.ShouldBe(Answers.Broken);
    }

    [Fact]
    public async Task Should_Forget_A_Key_After_Its_Life()
    {
        await using var network = await Loopback.StartAsync("repeat-broken=0,key-life=3600000");
        await network.TootAsync("Hello", "k");
        network.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        await network.TootAsync("Hello", "k");
        var known = network.Log.Published.Count;

        network.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var after = await network.TootAsync("Hello", "k");

        known.ShouldBe(1);
        after.Status.ShouldBe(200);
        network.Log.Published.Select(post => post.Key).ShouldBe(["k", "k"]);
    }

    [Fact]
    public async Task Should_Publish_Twice_When_A_Repeat_Comes_While_The_First_Still_Runs()
    {
        // Given: the first lies there, though its sender has given up.
        await using var network = await Loopback.StartAsync("late=1,lands-within=1000,patience=500");
        var first = network.TootAsync("Hello", "k");
        await network.Clock.WaitForTimerAsync(CancellationToken.None);

        // When
        network.Troubles = "";
        var again = await network.TootAsync("Hello", "k");
        network.Clock.Advance(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<HttpRequestException>(first);

        // Then
        again.Status.ShouldBe(200);
        network.Log.Published.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Know_A_Key_For_Its_Own_Profile_Alone()
    {
        await using var network = await Loopback.StartAsync("repeat-broken=0");
        await network.TootAsync("Hello", "k");
        network.Token = "slocombe~1";

        await network.TootAsync("Hello", "k");

        network.Log.Published.Select(post => post.Profile).ShouldBe(["telco", "slocombe"]);
    }

    [Fact]
    public async Task Should_Know_No_Key_Where_It_Has_None()
    {
        await using var network = await Loopback.StartAsync();
        await network.TootAsync("Hello", "k", "mastodon-without-keys");

        await network.TootAsync("Hello", "k", "mastodon-without-keys");

        network.Log.Published.Select(post => post.Key).ShouldBe(["", ""]);
    }

    [Fact]
    public async Task Should_Give_Texts_Back_As_Html_With_Shortened_Links()
    {
        await using var network = await Loopback.StartAsync();

        var said = await network.TootAsync(
            "R&D <3 @bob@a.example\nSee https://www.slocombe.example/flavours/of/the/day?x=1&y=2. #ice\n\nBye @ann", "k");

        said.Text("content").ShouldBe(
            "<p>R&amp;D &lt;3 <span class=\"h-card\" translate=\"no\"><a href=\"https://a.example/@bob\" class=\"u-url mention\">@<span>bob</span></a></span>"
            + "<br />See <a href=\"https://www.slocombe.example/flavours/of/the/day?x=1&amp;y=2\" target=\"_blank\" rel=\"nofollow noopener noreferrer\" translate=\"no\">"
            + "<span class=\"invisible\">https://www.</span><span class=\"ellipsis\">slocombe.example/flavours/of/t</span>"
            + "<span class=\"invisible\">he/day?x=1&amp;y=2</span></a>. "
            + "<a href=\"https://rehearsal.example/tags/ice\" class=\"mention hashtag\" rel=\"tag\">#<span>ice</span></a></p><p>Bye "
            + "<span class=\"h-card\" translate=\"no\"><a href=\"https://rehearsal.example/@ann\" class=\"u-url mention\">@<span>ann</span></a></span></p>");
    }

    [Fact]
    public async Task Should_Tell_A_Profiles_Own_Posts_Newest_First_A_Page_At_A_Time()
    {
        await using var network = await Loopback.StartAsync();
        for (var number = 1; number <= 45; number++)
            await network.TootAsync($"Post {number}", $"k{number}");

        var page = await network.GetAsync("/mastodon/api/v1/accounts/telco/statuses?limit=99");
        var last = page.Body[page.Body.GetArrayLength() - 1].GetProperty("id").GetString();
        var rest = await network.GetAsync($"/mastodon/api/v1/accounts/telco/statuses?limit=99&max_id={last}");

        page.Body.GetArrayLength().ShouldBe(40);
        page.Body[0].GetProperty("content").GetString().ShouldBe("<p>Post 45</p>");
        rest.Body.EnumerateArray().Select(status => status.GetProperty("content").GetString())
            .ShouldBe(["<p>Post 5</p>", "<p>Post 4</p>", "<p>Post 3</p>", "<p>Post 2</p>", "<p>Post 1</p>"]);
    }

    [Fact]
    public async Task Should_Say_When_A_Limit_Ends_As_A_Timestamp()
    {
        await using var network = await Loopback.StartAsync("limited=1");

        var limited = await network.TootAsync("Hello", "k");

        limited.Status.ShouldBe(429);
        limited.Headers["X-RateLimit-Remaining"].ShouldBe("0");
        var reset = DateTimeOffset.Parse(limited.Headers["X-RateLimit-Reset"], CultureInfo.InvariantCulture);
        reset.ShouldBeGreaterThan(network.Clock.GetUtcNow());
        network.Log.Published.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(501)]
    [InlineData(0)]
    public async Task Should_Refuse_A_Text_Of_The_Wrong_Length_For_Good(int length)
    {
        await using var network = await Loopback.StartAsync();

        (await network.TootAsync(new string('a', length), "k")).Status.ShouldBe(422);

        network.Log.Refused.ShouldHaveSingleItem().Reason.ShouldStartWith("Validation failed");
    }
}
