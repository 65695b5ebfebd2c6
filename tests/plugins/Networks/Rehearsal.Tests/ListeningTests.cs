using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

public sealed class ListeningTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public async Task Should_Tell_Nothing_Before_Its_Instant_And_All_Of_It_Afterwards()
    {
        // Given
        await _town.PublishAsync("Hello");
        var all = (await _town.EventsAsync("select id from rehearsal_event")).Count;

        // When
        var atOnce = await _town.HearAsync(Town.Slocombe, null);
        _town.Clock.Advance(TimeSpan.FromHours(1));
        var soon = await _town.HearAsync(Town.Slocombe, null);
        _town.Clock.Advance(TimeSpan.FromHours(8));
        var late = await _town.HearAsync(Town.Slocombe, soon.Cursor);

        // Then
        atOnce.Events.ShouldBeEmpty();
        atOnce.Cursor.ShouldBeNull();
        soon.Events.ShouldNotBeEmpty();
        soon.Events.ShouldAllBe(happened => happened.At <= _town.Clock.GetUtcNow().AddHours(-8));
        late.Events.ShouldNotBeEmpty();
        (soon.Events.Count + late.Events.Count).ShouldBe(all);
        List<NetworkEvent> heard = [.. soon.Events, .. late.Events];
        heard.Select(happened => happened.Id).Distinct().Count().ShouldBe(all);
        heard.Select(happened => happened.At).ShouldBeInOrder();
    }

    [Fact]
    public async Task Should_Miss_Nothing_When_What_Is_Said_Later_Is_Heard_Sooner()
    {
        // Given: posts every ten minutes, heard every minute, while reactions take hours.
        string? cursor = null;
        var heard = new List<NetworkEvent>();
        for (var minute = 0; minute < 120; minute++)
        {
            if (minute % 10 == 0)
                await _town.PublishAsync($"Hello {minute}");

            _town.Clock.Advance(TimeSpan.FromMinutes(1));
            var page = await _town.HearAsync(Town.Slocombe, cursor);
            heard.AddRange(page.Events);
            cursor = page.Cursor;
        }

        // When
        _town.Clock.Advance(TimeSpan.FromHours(9));
        heard.AddRange((await _town.HearAsync(Town.Slocombe, cursor)).Events);

        // Then
        heard.Select(happened => happened.Id).Distinct().Count().ShouldBe(heard.Count);
        heard.Count.ShouldBe((await _town.EventsAsync("select id from rehearsal_event")).Count);
    }

    [Fact]
    public async Task Should_Tell_Many_Events_In_Pages_And_Go_On_In_Another_Process()
    {
        // Given
        _town.Host.Settings["followers"] = "2000";
        await _town.PublishAsync("Hello");
        _town.Clock.Advance(TimeSpan.FromHours(9));

        // When
        var first = await _town.Network.Listen!.ReadAsync(Town.Slocombe, null, CancellationToken.None);
        var rest = await _town.Restart().HearAsync(Town.Slocombe, first.Cursor);

        // Then
        first.Events.Count.ShouldBe(200);
        (200 + rest.Events.Count).ShouldBe((await _town.EventsAsync("select id from rehearsal_event")).Count);
        rest.Events.Select(happened => happened.Id).ShouldNotContain(first.Events[^1].Id);
    }

    [Fact]
    public async Task Should_Name_Replies_So_That_They_Can_Be_Answered()
    {
        // Given
        _town.Host.Settings["followers"] = "400";
        await _town.PublishAsync("Hello");
        _town.Clock.Advance(TimeSpan.FromHours(9));
        var heard = (await _town.HearAsync(Town.Slocombe, null)).Events;
        var reply = heard.First(happened => happened.Kind == NetworkEventKind.Reply);

        // When
        var answer = await _town.SendAsync(_town.Outgoing("Until six.") with { InReplyTo = reply.RemoteId });

        // Then
        answer.ShouldBeOfType<Sent>();
        reply.Text.ShouldNotBeEmpty();
        reply.Post.ShouldBe("1");
        heard.Where(happened => happened.Kind != NetworkEventKind.Reply).ShouldAllBe(happened => happened.RemoteId == null && happened.Text == "");
        heard.Where(happened => happened.Kind == NetworkEventKind.Follow).ShouldAllBe(happened => happened.Post == null);
        heard.Select(happened => happened.Kind).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task Should_Not_Let_Anybody_Answer_What_Nobody_Has_Seen_Yet()
    {
        _town.Host.Settings["followers"] = "400";
        await _town.PublishAsync("Hello");
        var reply = (await _town.EventsAsync("select id from rehearsal_event where kind = 'reply'"))[0];

        (await _town.SendAsync(_town.Outgoing("I know what you will say.") with { InReplyTo = $"r{reply}" })).ShouldBeOfType<RefusedByNetwork>();
    }

    [Fact]
    public async Task Should_Tell_Each_Profile_Its_Own()
    {
        await _town.PublishAsync("Hello");
        _town.Clock.Advance(TimeSpan.FromHours(9));

        (await _town.HearAsync(Town.TelcoNb, null)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_A_Cursor_That_It_Has_Not_Given() => await Should.ThrowAsync<WrongUseException>(
        () => _town.Network.Listen!.ReadAsync(Town.Slocombe, "yesterday", CancellationToken.None));

    public void Dispose() => _town.Dispose();
}
