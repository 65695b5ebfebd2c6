namespace PluginHost.RehearsalServer.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task Should_Know_Its_Posts_Again_After_A_Restart()
    {
        // Given
        await using var network = await Loopback.StartAsync("repeat-broken=0");
        await network.TweetAsync("Hello");
        var toot = await network.TootAsync("Hello", "k");
        await network.SayOnBlueskyAsync("Hello", "3jzfcijpj2z2a");

        // When
        await network.StartAgainAsync();

        // Then
        (await network.TweetAsync("Hello")).Status.ShouldBe(403);
        (await network.TootAsync("Hello", "k")).Text("id").ShouldBe(toot.Text("id"));
        (await network.SayOnBlueskyAsync("Hello", "3jzfcijpj2z2a")).Has("commit").ShouldBeFalse();
        (await network.SayOnBlueskyAsync("Bye", "3jzfcijpj2z2a")).Text("error").ShouldBe("InvalidSwap");
        network.Log.Published.Count.ShouldBe(3);
        (await network.TootAsync("New", "new")).Text("id").ShouldNotBe(toot.Text("id"));
        network.Log.Lines.Where(line => line.What == LogLine.Arrived).Select(line => line.Request).ShouldBeUnique();
    }

    [Fact]
    public async Task Should_Cut_Off_Half_A_Line_That_A_Kill_Left()
    {
        // Given
        await using var network = await Loopback.StartAsync();
        await network.TweetAsync("Hello");
        await network.StopAsync();
        await File.AppendAllTextAsync(network.LogFile, "{\"at\":\"2026-03-02T09:00:00+00:00\",\"what\":\"publ");

        // When
        var read = network.Log.Published.Count;
        await network.StartAgainAsync();
        await network.TweetAsync("Bye");

        // Then
        read.ShouldBe(1);
        network.Log.Published.Select(post => post.Text).ShouldBe(["Hello", "Bye"]);
    }

    [Fact]
    public async Task Should_Not_Share_Its_Log_With_Another_Network()
    {
        await using var network = await Loopback.StartAsync();

        await Should.ThrowAsync<IOException>(
            NetworkServer.StartAsync(new ServerOptions { LogFile = network.LogFile }, network.Clock, CancellationToken.None));

        (await network.TweetAsync("Hello")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Should_Not_Touch_A_File_That_Is_No_Log()
    {
        using var folder = new TestFolder();
        var file = folder.Write("menu.csv", "day,flavour\nMonday,Foghorn\n");

        var error = await Should.ThrowAsync<IOException>(
            NetworkServer.StartAsync(new ServerOptions { LogFile = file }, new FakeClock(), CancellationToken.None));

        error.Message.ShouldContain("Line 1 is no line of a rehearsal network's log (day,flavour)");
        File.ReadAllText(file).ShouldBe("day,flavour\nMonday,Foghorn\n");
    }

    [Fact]
    public async Task Should_Have_Everything_In_The_Log_Before_It_Answers()
    {
        await using var network = await Loopback.StartAsync();

        await network.TootAsync("Hello", "k");
        await network.GetAsync("/mastodon/api/v1/accounts/telco/statuses");

        network.Log.Lines.Select(line => (line.What, line.Request, line.Like, line.Profile)).ShouldBe(
        [
            (LogLine.Arrived, 1, "mastodon", "telco"),
            (LogLine.Published, 1, "mastodon", "telco"),
            (LogLine.Asked, 2, "mastodon", "telco"),
        ]);
        network.Log.Published[0].ShouldBe(new PublishedPost
        {
            Like = "mastodon",
            Profile = "telco",
            Text = "Hello",
            Key = "k",
            RemoteId = "115000000000000001",
            At = network.Clock.GetUtcNow(),
        });
    }

    [Fact]
    public async Task Should_Call_An_Answer_Open_While_The_Request_Lies_There()
    {
        await using var network = await Loopback.StartAsync("late=1");
        var saying = network.TweetAsync("Hello");
        await network.Clock.WaitForTimerAsync(CancellationToken.None);

        network.Log.LostAnswers.ShouldHaveSingleItem().How.ShouldBe("open");

        await network.StopAsync();
        await Should.ThrowAsync<HttpRequestException>(saying);
        network.Log.Published.ShouldBeEmpty();
    }
}
