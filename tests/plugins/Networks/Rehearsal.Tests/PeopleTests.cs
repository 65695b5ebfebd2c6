using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

public sealed class PeopleTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public async Task Should_Know_The_Followers_And_Those_Who_Come_Later()
    {
        // Given: each brings somebody along.
        var people = _town.Network.People!;
        var before = await people.FollowersAsync(Town.Slocombe, CancellationToken.None);
        await _town.PublishAsync("Hello");
        await _town.EventsAsync(
            "update rehearsal_event set kind = 'follow', actor = 'newcomer', post = '' where id = (select max(id) from rehearsal_event)");

        // When
        var unchanged = await people.FollowersAsync(Town.Slocombe, CancellationToken.None);
        _town.Clock.Advance(TimeSpan.FromHours(9));
        var after = await people.FollowersAsync(Town.Slocombe, CancellationToken.None);

        // Then
        before.Distinct().Count().ShouldBe(40);
        unchanged.ShouldBe(before);
        after.ShouldBe([.. before, "newcomer"], ignoreOrder: true);
        (await people.FindAsync(Town.Slocombe, "newcomer", CancellationToken.None))!.Id.ShouldBe("rehearsal://people/newcomer");
        (await people.FindAsync(Town.Slocombe, "slocombe", CancellationToken.None))!.Followers.ShouldBe(41);
        (await people.FindAsync(Town.Slocombe, before[0], CancellationToken.None))!.Name.ShouldNotBeEmpty();
        (await people.FindAsync(Town.Slocombe, "nobody", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Like_Repost_And_Follow_Once_However_Often_It_Is_Asked_To()
    {
        // Given
        var post = await _town.PublishAsync("Hello");
        await _town.SilenceAsync();
        var reactions = _town.Network.Reactions!;

        // When
        for (var time = 0; time < 2; time++)
        {
            await reactions.LikeAsync(Town.TelcoNb, post.RemoteId, CancellationToken.None);
            await reactions.RepostAsync(Town.TelcoNb, post.RemoteId, CancellationToken.None);
            await reactions.FollowAsync(Town.TelcoNb, "slocombe", CancellationToken.None);
        }

        // Then
        var heard = (await _town.HearAsync(Town.Slocombe, null)).Events;
        heard.Select(happened => happened.Kind).ShouldBe([NetworkEventKind.Like, NetworkEventKind.Repost, NetworkEventKind.Follow]);
        heard.ShouldAllBe(happened => happened.Handle == "telco_nb");
        (await _town.Network.People!.FollowersAsync(Town.Slocombe, CancellationToken.None)).ShouldContain("telco_nb");
    }

    [Fact]
    public async Task Should_Refuse_A_Reaction_To_What_Is_Not_There_And_To_Oneself()
    {
        var reactions = _town.Network.Reactions!;

        (await Should.ThrowAsync<PluginHostException>(() => reactions.LikeAsync(Town.Slocombe, "99", CancellationToken.None)))
            .Message.ShouldContain("There is no post 99");
        await Should.ThrowAsync<PluginHostException>(() => reactions.FollowAsync(Town.Slocombe, "slocombe", CancellationToken.None));
        (await _town.EventsAsync("select id from rehearsal_event")).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Say_Truly_What_The_Network_Cannot_Do()
    {
        _town.Network.Lists.ShouldBeNull();
        _town.Network.Messages.ShouldBeNull();
        _town.Network.Login.ShouldBeNull();
    }

    public void Dispose() => _town.Dispose();
}
