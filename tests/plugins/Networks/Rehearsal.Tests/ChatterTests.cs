using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

/// <summary>What strangers say in public, where a setting asks for them.</summary>
public sealed class ChatterTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public async Task Should_Be_Silent_Unless_A_Setting_Asks_For_Strangers()
    {
        var page = await ReadAsync(_town, null);

        page.Posts.ShouldBeEmpty();
        page.QuietUntil.ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task Should_Tell_The_Last_Day_And_Then_Each_Post_Once_In_Its_Order_As_The_Clock_Comes()
    {
        // Given
        _town.Host.Settings["chatter"] = "40";
        var (before, cursor) = await HearAsync(_town, null);

        // When
        var later = new List<PublicPost>();
        for (var minute = 0; minute < 180; minute += 7)
        {
            _town.Clock.Advance(TimeSpan.FromMinutes(7));
            (var heard, cursor) = await HearAsync(_town, cursor);
            heard.ShouldAllBe(post => post.At <= _town.Clock.GetUtcNow());
            later.AddRange(heard);
        }

        // Then
        before.ShouldNotBeEmpty();
        before[0].At.ShouldBeGreaterThan(_town.Clock.GetUtcNow().AddHours(-29));
        List<PublicPost> all = [.. before, .. later];
        all.Select(post => post.At).ShouldBeInOrder();
        all.Select(post => post.RemoteId).ShouldBeUnique();
        later.Count.ShouldBeGreaterThan(50);
        (await HearAsync(_town.Restart(), null)).Posts.TakeLast(later.Count).Select(post => post.Text).ShouldBe(later.Select(post => post.Text), "The same is said whenever one looks.");
    }

    [Fact]
    public async Task Should_Say_When_The_Next_Post_Comes()
    {
        // Given
        _town.Host.Settings["chatter"] = "2";
        var (_, cursor) = await HearAsync(_town, null);
        var quiet = (await ReadAsync(_town, cursor)).QuietUntil.ShouldNotBeNull();

        // When
        _town.Clock.Advance(quiet - _town.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));
        var before = await ReadAsync(_town, cursor);
        _town.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var at = await ReadAsync(_town, cursor);

        // Then
        before.Posts.ShouldBeEmpty();
        before.Cursor.ShouldBe(cursor);
        at.Posts.Single().At.ShouldBe(quiet);
    }

    [Fact]
    public async Task Should_Speak_Five_Languages_Of_The_Topics_That_Are_Given_And_Otherwise_On_Another_Network()
    {
        // Given
        _town.Host.Settings["chatter"] = "60";
        _town.Host.Settings["topics"] = "Acme";

        // When
        var (here, _) = await HearAsync(_town, null);
        var elsewhere = await _town.Network.Search!.ReadAsync(Town.Slocombe with { As = "x" }, new PublicQuery(), null, CancellationToken.None);

        // Then
        here.Select(post => post.Language).Distinct().Order().ShouldBe(["ar", "de", "en", "fr", "nb"]);
        here.ShouldContain(post => post.Text.Contains("Acme"));
        here.ShouldAllBe(post => !post.Text.Contains("Slocombe") && !post.Text.Contains('{'));
        here.ShouldContain(post => post.Handle == "deals_daily");
        elsewhere.Posts.Select(post => post.Text).ShouldNotBe(here.Take(elsewhere.Posts.Count).Select(post => post.Text));
    }

    [Fact]
    public async Task Should_Say_What_Is_Lost_When_Nobody_Has_Listened_For_Longer_Than_A_Week()
    {
        // Given
        _town.Host.Settings["chatter"] = "1";
        var (_, cursor) = await HearAsync(_town, null);

        // When
        _town.Clock.Advance(TimeSpan.FromDays(10));
        var page = await ReadAsync(_town, cursor);

        // Then
        page.Gap.ShouldNotBeEmpty();
        page.Posts[0].At.ShouldBeGreaterThan(_town.Clock.GetUtcNow().AddDays(-7.1));
        (await ReadAsync(_town, page.Cursor)).Gap.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("12")]
    [InlineData("1/2/3")]
    public async Task Should_Refuse_A_Cursor_That_It_Has_Not_Given(string cursor) => await Should.ThrowAsync<WrongUseException>(() => ReadAsync(_town, cursor));

    [Theory]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("10001")]
    public async Task Should_Refuse_A_Number_Of_Posts_That_Is_None(string number)
    {
        _town.Host.Settings["chatter"] = number;

        (await Should.ThrowAsync<WrongUseException>(() => ReadAsync(_town, null))).Message.ShouldStartWith($"The setting chatter of rehearsal is {number}.");
    }

    public void Dispose() => _town.Dispose();

    private static async Task<PublicPostPage> ReadAsync(Town town, string? cursor) =>
        await town.Network.Search!.ReadAsync(Town.Slocombe, new PublicQuery(), cursor, CancellationToken.None);

    private static async Task<(IReadOnlyList<PublicPost> Posts, string? Cursor)> HearAsync(Town town, string? cursor)
    {
        var heard = new List<PublicPost>();
        while (await ReadAsync(town, cursor) is { Posts.Count: > 0 } page)
        {
            heard.AddRange(page.Posts);
            cursor = page.Cursor;
        }

        return (heard, cursor);
    }
}
