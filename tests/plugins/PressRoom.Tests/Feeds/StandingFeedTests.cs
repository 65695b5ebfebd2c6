using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Feeds;

/// <summary>What somebody publishes becomes posts: each item once for ever.</summary>
public sealed class StandingFeedTests : IDisposable
{
    private const string Address = "https://a.example/feed";
    private readonly FakeWeb _web = new();
    private readonly PressWorkshop _workshop = new();

    public StandingFeedTests() => _workshop.Http = _web;

    [Fact]
    public async Task Should_Post_Nothing_Old_And_Everything_New_Once()
    {
        // Given
        _web.Feed = Feed(1, 2);
        var (plugin, host) = await _workshop.StartAsync();

        // When
        await AddAsync(plugin, host);
        var old = _workshop.Said;
        _web.Feed = Feed(1, 2, 3, 4);
        await plugin.LookIntoFeedsAsync(host, "", CancellationToken.None);
        await plugin.LookIntoFeedsAsync(host, "", CancellationToken.None);

        // Then
        old.ShouldBeEmpty();
        _workshop.Said.ShouldBe(["@telco: Item 3\n\nhttps://a.example/3", "@telco: Item 4\n\nhttps://a.example/4"]);
        var rows = (await plugin.FeedItemsAsync(host, "news", CancellationToken.None)).Rows;
        rows.Select(row => $"{row["title"]} {row["state"]}").ShouldBe(["Item 4 sent", "Item 3 sent"]);
        (await plugin.FeedsAsync(host, CancellationToken.None)).Rows.Single()["posted"].Number.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Post_Nothing_Again_When_A_Feed_Numbers_Its_Items_Anew()
    {
        // Given
        _web.Feed = Feed(1, 2, 3);
        var (plugin, host) = await _workshop.StartAsync();
        await AddAsync(plugin, host, old: true);
        _workshop.Said.Count.ShouldBe(3);

        // When: other guids, then the same guids with corrected titles, then links for counting readers.
        foreach (var change in new Func<string, string>[]
        {
            feed => feed.Replace("<guid isPermaLink=\"false\">", "<guid isPermaLink=\"false\">new-"),
            feed => feed.Replace("<guid isPermaLink=\"false\">", "<guid isPermaLink=\"false\">new-").Replace("Item", "Corrected"),
            feed => feed.Replace("<guid isPermaLink=\"false\">", "<guid isPermaLink=\"false\">newer-").Replace("Item", "Corrected").Replace("</link>", "?utm_source=rss</link>"),
        })
        {
            _web.Feed = change(Feed(1, 2, 3));
            await plugin.LookIntoFeedsAsync(host, "", CancellationToken.None);
        }

        // Then
        _workshop.Said.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Post_So_Many_At_Most_And_The_Rest_At_The_Next_Look()
    {
        _web.Feed = Feed(1, 2, 3, 4, 5);
        _web.Tag = "\"one\"";
        var (plugin, host) = await _workshop.StartAsync();

        await AddAsync(plugin, host, most: 2, old: true);
        _workshop.Said.Count.ShouldBe(2);
        await plugin.LookIntoFeedsAsync(host, "", CancellationToken.None);
        _workshop.Said.Count.ShouldBe(4);
        await plugin.LookIntoFeedsAsync(host, "", CancellationToken.None);
        await plugin.LookIntoFeedsAsync(host, "", CancellationToken.None);

        // It is told what we have only once nothing is left of it.
        _workshop.Said.Count.ShouldBe(5);
        _web.Asked.TakeLast(2).ShouldBe([Address, $"{Address} \"one\""]);
    }

    [Fact]
    public async Task Should_Ask_Again_Later_And_Later_While_It_Cannot_Be_Had()
    {
        // Given
        _web.Feed = Feed(1);
        var (plugin, host) = await _workshop.StartAsync();
        await AddAsync(plugin, host);
        _web.Status = System.Net.HttpStatusCode.ServiceUnavailable;
        _web.Asked.Clear();

        // When
        for (var minute = 0; minute < 120; minute++)
        {
            _workshop.Clock.Advance(TimeSpan.FromMinutes(1));
            await plugin.LookIntoFeedsOnceAsync(CancellationToken.None);
        }

        // Then
        _web.Asked.Count.ShouldBe(4);
        host.Screen.Lines.ShouldBe([$"Warning: The feed news: {Address} answered with 503 Service Unavailable. It is asked again later."]);
        (await plugin.FeedsAsync(host, CancellationToken.None)).Rows.Single()["problem"].ToString().ShouldContain("503");
    }

    [Theory]
    [InlineData("<html></html>", "@telco", "{title}", "it is a web page")]
    [InlineData("", "@telko", "{title}", "There is no profile @telko")]
    [InlineData("", "@quiet", "{title}", "@quiet only listens")]
    [InlineData("", "@telco", "{titel}", "{titel} stands for nothing in a template")]
    [InlineData("", "@telco", "Read this!", "says the same of every item")]
    public async Task Should_Not_Add_What_Cannot_Be(string feed, string to, string template, string told)
    {
        _web.Feed = feed.Length > 0 ? feed : Feed(1);
        var (plugin, host) = await _workshop.StartAsync();

        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.AddFeedAsync(host, "news", Address, to, template, 5, false, CancellationToken.None));

        refused.Message.ShouldContain(told);
        (await plugin.FeedsAsync(host, CancellationToken.None)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Post_Nothing_Twice_When_A_Feed_Was_Taken_Away_And_Comes_Back()
    {
        _web.Feed = Feed(1, 2);
        var (plugin, host) = await _workshop.StartAsync();
        await AddAsync(plugin, host, old: true);

        await plugin.RemoveFeedAsync(host, "news", true, CancellationToken.None);
        await AddAsync(plugin, host, old: true);

        _workshop.Said.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Cut_What_Is_Too_Long_At_A_Word()
    {
        _workshop.Network.Rules = _workshop.Network.Rules with { Limit = 80 };
        _web.Feed = Feed(1).Replace("</item>", "<description>One two three, four five six seven eight nine ten eleven twelve thirteen</description></item>");
        var (plugin, host) = await _workshop.StartAsync();

        await plugin.AddFeedAsync(host, "news", Address, "@telco", "{title}\\n{summary}\\n{link}", 5, true, CancellationToken.None);

        _workshop.Said.Single().ShouldBe("@telco: Item 1\nOne two three, four five six seven eight nine ten…\nhttps://a.example/1");
    }

    [Fact]
    public async Task Should_Post_Once_Wherever_A_Process_Dies()
    {
        var died = 0;
        for (var life = 0; life <= 45; life++)
        {
            // Given
            using var workshop = new PressWorkshop { Http = _web };
            workshop.PostingSettings["patience"] = "0s";
            workshop.Network.OnLookUp = (post, _, _) => workshop.Network.Arrived.Exists(arrived => arrived.Post.Text == post.Text)
                ? new Campaigns.Found { Sent = new Campaigns.Sent { RemoteId = post.Text, At = workshop.Clock.GetUtcNow() } }
                : new Campaigns.NotThere();
            _web.Feed = Feed(1, 2, 3);
            var process = workshop.Prepare();
            process.Host.Store.Life = life;

            // When
            try
            {
                await process.ActivateAsync();
                await AddAsync(process.Plugin, process.Host, old: true);
            }
            catch (DeadProcessException)
            {
                died++;
            }

            for (var round = 0; round < 3; round++)
            {
                workshop.Clock.Advance(TimeSpan.FromMinutes(16));
                var next = workshop.Prepare();
                await next.ActivateAsync();
                if ((await next.Plugin.FeedsAsync(next.Host, CancellationToken.None)).Rows.Count == 0)
                    await AddAsync(next.Plugin, next.Host, old: true);

                await next.ServeOnceAsync();
                await next.Plugin.LookIntoFeedsOnceAsync(CancellationToken.None);
            }

            // Then
            workshop.Said.Order(StringComparer.Ordinal).ToList().ShouldBe(
                (string[])["@telco: Item 1\n\nhttps://a.example/1", "@telco: Item 2\n\nhttps://a.example/2", "@telco: Item 3\n\nhttps://a.example/3"],
                ignoreOrder: false,
                $"died at {life}");
        }

        died.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Should_Post_Later_What_Was_Put_Off_When_The_Process_Was_Told_To_End()
    {
        // Given: it is told to end while the network puts off.
        _web.Feed = Feed(1);
        var (plugin, host) = await _workshop.StartAsync();
        await AddAsync(plugin, host);
        _web.Feed = Feed(1, 2);
        using var stop = new CancellationTokenSource();
        _workshop.Network.OnSend = (post, _, _) =>
        {
            stop.Cancel();
            return Task.FromResult<Campaigns.SendResult>(
                new Campaigns.TryLater { Reason = "put off", NotBefore = _workshop.Clock.GetUtcNow().AddMinutes(5) });
        };

        // When
        try
        {
            await plugin.LookIntoFeedsAsync(host, "", stop.Token);
        }
        catch (OperationCanceledException)
        {
            // It was told to.
        }

        var kept = _workshop.Database.Query("select state from press_item");
        _workshop.Network.OnSend = null;
        _workshop.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await _workshop.StartAsync()).Plugin.LookIntoFeedsOnceAsync(CancellationToken.None);

        // Then
        kept.ShouldBe(["scheduled"]);
        _workshop.Database.Query("select state from press_item").ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Post_Of_Another_Site_When_It_Takes_The_Name_Of_One_That_Was_Taken_Away()
    {
        _web.Feed = Feed(1);
        var (plugin, host) = await _workshop.StartAsync();
        await AddAsync(plugin, host, old: true);
        await plugin.RemoveFeedAsync(host, "news", true, CancellationToken.None);

        _web.Feed = Feed(1).Replace("Item", "Elsewhere").Replace("a.example", "b.example");
        await plugin.AddFeedAsync(host, "news", "https://b.example/feed", "@telco", "{title}\n\n{link}", 5, true, CancellationToken.None);

        _workshop.Said.ShouldBe(["@telco: Item 1\n\nhttps://a.example/1", "@telco: Elsewhere 1\n\nhttps://b.example/1"]);
    }

    [Fact]
    public async Task Should_Post_What_Is_New_When_A_Feed_Gives_An_Id_Again()
    {
        // Given: a feed that numbers its items by their place.
        _web.Feed = Feed(1);
        var (plugin, host) = await _workshop.StartAsync();
        await AddAsync(plugin, host, old: true);
        _web.Feed = Feed(2).Replace("<guid isPermaLink=\"false\">2", "<guid isPermaLink=\"false\">1");

        // When
        for (var look = 0; look < 2; look++)
            await plugin.LookIntoFeedsAsync(host, "", CancellationToken.None);

        // Then
        _workshop.Said.ShouldBe(["@telco: Item 1\n\nhttps://a.example/1", "@telco: Item 2\n\nhttps://a.example/2"]);
    }

    public void Dispose() => _workshop.Dispose();

    private static Task<Table> AddAsync(PressPlugin plugin, FakeHost host, int most = 5, bool old = false) =>
        plugin.AddFeedAsync(host, "news", Address, "@telco", "{title}\n\n{link}", most, old, CancellationToken.None);

    private static string Feed(params int[] numbers) =>
        $"<rss version=\"2.0\"><channel><title>News</title>{string.Concat(numbers.Reverse().Select(number => $"<item><title>Item {number}</title><link>https://a.example/{number}</link><guid isPermaLink=\"false\">{number}</guid></item>"))}</channel></rss>";
}
