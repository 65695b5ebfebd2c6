using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Feeds;

/// <summary>What a script is given of a feed: the same for the same effect, each item once for a campaign, and each campaign by itself.</summary>
public sealed class TakingTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    public TakingTests() => Publish(1, 2, 3);

    [Fact]
    public async Task Should_Give_The_Same_To_The_Same_Effect_Whatever_The_Feed_Says_By_Then()
    {
        var press = await StartAsync();
        var first = await press.TakeAsync(Order("daily", "1"), CancellationToken.None);
        _workshop.Files.Clear();

        var again = await (await StartAsync()).TakeAsync(Order("daily", "1"), CancellationToken.None);

        first.Select(item => item.Title).ShouldBe(["Item 1", "Item 2"]);
        again.Select(item => item.Title).ShouldBe(["Item 1", "Item 2"]);
    }

    [Fact]
    public async Task Should_Give_Each_Campaign_What_Is_New_To_It()
    {
        var press = await StartAsync();
        await press.TakeAsync(Order("daily", "1"), CancellationToken.None);
        Publish(2, 3, 4);

        var next = await press.TakeAsync(Order("daily", "2"), CancellationToken.None);
        var other = await press.TakeAsync(Order("hourly", "1"), CancellationToken.None);

        next.Select(item => item.Title).ShouldBe(["Item 3", "Item 4"]);
        other.Select(item => item.Title).ShouldBe(["Item 2", "Item 3"]);
    }

    [Fact]
    public async Task Should_Take_What_Stands_There_For_Known_Unless_The_Old_Is_Asked_For()
    {
        var press = await StartAsync();
        (await press.TakeAsync(Order("daily", "1") with { WithOld = false }, CancellationToken.None)).ShouldBeEmpty();
        Publish(2, 3, 4);

        (await press.TakeAsync(Order("daily", "2") with { WithOld = false }, CancellationToken.None)).Select(item => item.Title).ShouldBe(["Item 4"]);
    }

    [Fact]
    public async Task Should_Say_What_Cannot_Be_Read()
    {
        var press = await StartAsync();

        (await Should.ThrowAsync<PluginHostException>(() => press.TakeAsync(Order("daily", "1") with { Address = "ftp://a.example/feed" }, CancellationToken.None))).Message
            .ShouldContain("https://");
        await Should.ThrowAsync<PluginHostException>(() => press.TakeAsync(Order("daily", "1") with { Address = "nowhere.xml" }, CancellationToken.None));
    }

    public void Dispose() => _workshop.Dispose();

    private async Task<IPress> StartAsync() => await (await _workshop.StartAsync()).Host.Services.GetAsync<IPress>(CancellationToken.None);

    private void Publish(params int[] numbers) => _workshop.Write(
        "feed.xml",
        $"<rss><channel>{string.Concat(numbers.Reverse().Select(number => $"<item><title>Item {number}</title><guid>{number}</guid></item>"))}</channel></rss>");

    private static FeedOrder Order(string campaign, string occurrence) => new()
    {
        Address = "feed.xml",
        Taker = campaign,
        Most = 2,
        WithOld = true,
        Effect = new EffectKey { Campaign = campaign, Occurrence = occurrence, Step = "feed" },
    };
}
