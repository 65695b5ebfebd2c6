using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>What people do to a post.</summary>
public sealed class ReactionTests : IDisposable
{
    private readonly Workshop _workshop = new();
    private readonly FakeListen _listen = new();

    public ReactionTests() => _workshop.Network.Told = _listen;

    [Fact(Timeout = 60_000)]
    public async Task Should_Hear_What_Was_Done_To_The_Post_On_All_Its_Profiles_And_Nothing_Else()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var post = await PublishAsync(publisher, "@telco", "@telco_nb");
        await PublishAsync(publisher, "@telco");
        _listen.Reply("@telco", "a", "1", "When?");
        _listen.Reply("@telco", "b", "3", "To the other post");
        _listen.Follow("@telco", "c");
        _listen.Reply("@telco_nb", "a", "2", "Når?");

        // When
        var all = await ReadAsync(host, publisher, post, 0, 2);
        var rest = await publisher.ReadReactionsAsync(post, all[0].Position, CancellationToken.None);

        // Then
        all.Select(reaction => $"{reaction.Profile} {reaction.Event.Text}").Order().ShouldBe(["@telco When?", "@telco_nb Når?"]);
        all[0].Position.ShouldBeLessThan(all[1].Position);
        rest.ShouldHaveSingleItem().ShouldBe(all[1]);
        var heard = all.Single(reaction => reaction.Profile == "@telco").Event;
        (heard.Id, heard.Kind, heard.Handle, heard.Post, heard.RemoteId).ShouldBe(("a", NetworkEventKind.Reply, "ann", "1", "reply-a"));
        heard.At.ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));
        host.Streams.Opened.ShouldBe(["events/@telco", "events/@telco_nb"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Go_On_Where_Another_Process_Stopped_Reading()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var post = await PublishAsync(publisher, "@telco");
        _listen.Reply("@telco", "a", "1", "one");
        var first = await ReadAsync(host, publisher, post, 0, 1);
        host.Jobs.Stop();

        // When
        _listen.Reply("@telco", "b", "1", "two");
        var (_, later) = await _workshop.StartAsync();
        var second = await ReadAsync(later, await Workshop.PublisherOfAsync(later), post, first[0].Position, 1);

        // Then
        second.ShouldHaveSingleItem().Event.Text.ShouldBe("two");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Stop_Listening_When_Nobody_Reads_Any_More_And_Begin_Again_When_Somebody_Does()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var post = await PublishAsync(publisher, "@telco");
        await publisher.ReadReactionsAsync(post, 0, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(4));
        await publisher.ReadReactionsAsync(post, 0, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(4));
        var still = host.Jobs.Beside.Count(beside => !beside.Work.IsCompleted);

        // When
        await _workshop.UntilAsync(() => host.Jobs.Beside.All(beside => beside.Work.IsCompleted));
        await publisher.ReadReactionsAsync(post, 0, CancellationToken.None);

        // Then
        still.ShouldBe(1);
        host.Jobs.Beside.Count.ShouldBe(2);
        host.Jobs.Beside[0].Title.ShouldBe("Listening to what people say to @telco");
        host.Jobs.Beside[0].Work.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Let_Go_What_Was_Done_Long_Ago_But_Never_Give_A_Position_Twice()
    {
        // Given: by the clock of 2 March 2026, two reactions are older than ninety days, one of them only just; and all of them were there before.
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var post = await PublishAsync(publisher, "@telco");
        Left(1, "2025-11-01");
        Left(2, "2025-12-02");
        Left(3, "2025-12-03");

        // When
        _listen.Reply("@telco", "new", "1", "now");
        await ReadAsync(host, publisher, post, 3, 1);

        // Then
        _workshop.Database.Query("select event from posting_reaction order by id").ShouldBe(["left 3", "new"]);

        void Left(int id, string day) => _workshop.Database.Query(
            $"""
            insert into posting_reaction (id, profile, event, kind, handle, at, post, text)
            values ({id}, '@telco', 'left {id}', 'reply', 'ann', {DateTimeOffset.Parse($"{day}T00:00Z", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()}, '1', 'old')
            """);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Give_What_Comes_Late_However_Old_It_Is()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var post = await PublishAsync(publisher, "@telco");
        _workshop.Clock.Advance(TimeSpan.FromDays(200));

        // When: both are of March.
        _listen.Reply("@telco", "a", "1", "one");
        _listen.Reply("@telco", "b", "1", "two");

        // Then
        (await ReadAsync(host, publisher, post, 0, 2)).Select(reaction => reaction.Event.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Should_Say_So_When_The_Network_Does_Not_Tell()
    {
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.Told = null;
        var post = await PublishAsync(publisher, "@telco");

        var thrown = await Should.ThrowAsync<PluginHostException>(() => publisher.ReadReactionsAsync(post, 0, CancellationToken.None));

        thrown.Message.ShouldContain("on @telco: the network does not tell");
    }

    [Fact]
    public async Task Should_Hear_Nothing_Of_A_Post_That_Is_Not_Out_And_Refuse_One_That_Does_Not_Exist()
    {
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Leave(("@telco", "scheduled"));

        (await publisher.ReadReactionsAsync("1", 0, CancellationToken.None)).ShouldBeEmpty();
        await Should.ThrowAsync<WrongUseException>(() => publisher.ReadReactionsAsync("2", 0, CancellationToken.None));
    }

    public void Dispose() => _workshop.Dispose();

    private static async Task<string> PublishAsync(IPublisher publisher, params string[] profiles) =>
        (await publisher.PublishAsync(Workshop.Plan(profiles), CancellationToken.None)).ShouldBeOfType<Published>().Post.Id;

    private async Task<IReadOnlyList<Reaction>> ReadAsync(FakeHost host, IPublisher publisher, string post, long after, int count)
    {
        IReadOnlyList<Reaction> heard = [];
        await publisher.ReadReactionsAsync(post, after, CancellationToken.None);
        host.Jobs.Beside.ShouldNotBeEmpty();
        while (heard.Count < count)
        {
            _workshop.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
            heard = await publisher.ReadReactionsAsync(post, after, CancellationToken.None);
        }

        heard.Count.ShouldBe(count);
        return heard;
    }
}
