namespace PluginHost.RehearsalServer.Tests;

public sealed class XTests
{
    [Fact]
    public async Task Should_Refuse_The_Same_Text_Within_A_Day_Without_Saying_Which_Post_It_Is()
    {
        await using var network = await Loopback.StartAsync();
        await network.TweetAsync("Hello");
        network.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));

        var again = await network.TweetAsync("Hello");

        again.Status.ShouldBe(403);
        again.Text("detail").ShouldBe("You are not allowed to create a Tweet with duplicate content.");
        again.Has("data").ShouldBeFalse();
        network.Log.Refused.ShouldBeEmpty();
        network.Log.LostAnswers.ShouldHaveSingleItem().How.ShouldBe(Answers.Duplicate);
    }

    [Fact]
    public async Task Should_Take_The_Same_Text_A_Day_Later_And_From_Another_Profile()
    {
        await using var network = await Loopback.StartAsync();
        await network.TweetAsync("Hello");
        network.Token = "slocombe~1";
        var other = await network.TweetAsync("Hello");
        network.Token = "telco~1";
        network.Clock.Advance(TimeSpan.FromHours(24));

        var later = await network.TweetAsync("Hello");

        other.Status.ShouldBe(201);
        later.Status.ShouldBe(201);
        network.Log.Published.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Have_Three_Ways_To_Say_That_It_Was_Asked_Too_Often()
    {
        await using var network = await Loopback.StartAsync("limited=1");
        var shapes = new HashSet<string>();

        for (var number = 0; number < 40; number++)
        {
            var limited = await network.TweetAsync($"Post {number}");
            limited.Status.ShouldBe(429);
            var shape = limited.Has("errors") ? "code 88" : limited.Text("title");
            limited.Headers.ContainsKey("x-rate-limit-reset").ShouldBe(shape != "UsageCapExceeded");
            shapes.Add(shape);
        }

        shapes.ShouldBe(["code 88", "Too Many Requests", "UsageCapExceeded"], ignoreOrder: true);
        network.Log.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Succeed_And_List_Errors_With_The_Post_And_Without()
    {
        await using var network = await Loopback.StartAsync("broken=1");
        var seen = new HashSet<(int Status, bool Data, bool Published)>();

        for (var number = 0; number < 60; number++)
        {
            var said = await network.TweetAsync($"Post {number}");
            seen.Add((said.Status, said.Has("data"), network.Log.Published.Any(post => post.Text == $"Post {number}")));
        }

        seen.ShouldBe([(200, true, true), (200, false, true), (503, false, true), (503, false, false)], ignoreOrder: true);
        network.Log.LostAnswers.Count.ShouldBe(60);
    }

    [Fact]
    public async Task Should_Make_Links_Short()
    {
        await using var network = await Loopback.StartAsync();

        var said = await network.TweetAsync("See https://slocombe.example/flavours, now.");

        said.Text("data", "text").ShouldMatch("^See https://t\\.co/[A-Za-z0-9_-]{10}, now\\.$");
        network.Log.Published[0].Text.ShouldBe("See https://slocombe.example/flavours, now.");
    }

    [Fact]
    public async Task Should_Not_Let_Anybody_Look()
    {
        await using var network = await Loopback.StartAsync();

        (await network.GetAsync("/x/2/tweets")).Status.ShouldBe(405);
        (await network.GetAsync("/x/2/users/telco/tweets")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Should_Refuse_A_Text_That_Is_Too_Long_Or_Empty()
    {
        await using var network = await Loopback.StartAsync();

        (await network.TweetAsync(new string('a', 281))).Status.ShouldBe(400);
        (await network.TweetAsync(" ")).Status.ShouldBe(400);

        network.Log.Refused.Count.ShouldBe(2);
    }
}
