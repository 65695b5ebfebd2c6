using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Feeds;

/// <summary>A feed that is found somewhere else than where it was asked for: both addresses are told, and its links are meant from where it was found.</summary>
public sealed class LeadingFeedTests : IDisposable
{
    private const string Address = "https://times.example/feed";
    private const string Elsewhere = "https://cdn.example/feeds/times.xml";
    private readonly PressWorkshop _workshop = new();
    private readonly FakeWeb _web = new() { LeadsTo = Elsewhere };

    public LeadingFeedTests() => _workshop.Http = _web;

    [Fact]
    public async Task Should_Mean_Links_From_Where_It_Was_Found()
    {
        _web.Feed = "<rss><channel><item><title>Fire</title><link>/news/1</link></item></channel></rss>";

        (await TakeAsync()).Single().Link.ShouldBe("https://cdn.example/news/1");
    }

    [Fact]
    public async Task Should_Name_Both_Addresses_When_There_Is_No_Feed()
    {
        _web.Feed = "Service unavailable";
        (await Should.ThrowAsync<PluginHostException>(TakeAsync)).Message.ShouldStartWith($"{Address} (which leads to {Elsewhere}) is no feed that can be read: on line 1 it is no XML");

        _web.Status = HttpStatusCode.NotFound;
        (await Should.ThrowAsync<PluginHostException>(TakeAsync)).Message.ShouldStartWith($"{Address} (which leads to {Elsewhere}) answered with 404");
    }

    [Fact]
    public async Task Should_Name_An_Address_Once_When_It_Leads_Where_Nothing_Is_Followed()
    {
        _web.Fault = new HttpRequestException($"{Address} leads to http://10.0.0.1/, and that is 10.0.0.1: within.");

        (await Should.ThrowAsync<PluginHostException>(TakeAsync)).Message.ShouldBe($"This feed cannot be had: {_web.Fault.Message}");
    }

    public void Dispose() => _workshop.Dispose();

    private async Task<IReadOnlyList<FeedItem>> TakeAsync()
    {
        var (_, host) = await _workshop.StartAsync();
        var press = await host.Services.GetAsync<IPress>(CancellationToken.None);
        return await press.TakeAsync(new FeedOrder { Address = Address, Taker = "a test", WithOld = true }, CancellationToken.None);
    }
}
