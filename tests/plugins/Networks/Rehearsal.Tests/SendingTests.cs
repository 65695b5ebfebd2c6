using PluginHost.Campaigns;

namespace PluginHost.Rehearsal.Tests;

public sealed class SendingTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public async Task Should_Publish_And_Give_The_Post_A_Link()
    {
        var sent = await _town.PublishAsync("Today: Foghorn Malt.");

        sent.RemoteId.ShouldBe("1");
        sent.Link.ShouldBe("rehearsal://slocombe/1");
        sent.At.ShouldBe(_town.Clock.GetUtcNow());
        _town.Host.Screen.Refreshed.ShouldBe(["rehearsal.timeline.view"]);
    }

    [Fact]
    public async Task Should_Show_What_Is_To_Be_Seen_Beside_A_Post()
    {
        await _town.SendAsync(_town.Outgoing("Come early.") with
        {
            Media =
            [
                new OutgoingMedium { Name = "cone.png", ContentType = "image/png", Alt = "A cone", Bytes = new byte[] { 1 } },
                new OutgoingMedium { Name = "menu.png", ContentType = "image/png", Bytes = new byte[] { 2 } },
            ],
        });

        (await _town.Plugin.TimelineAsync(_town.Host, 10, CancellationToken.None)).Rows.ShouldHaveSingleItem()["text"].ToString()
            .ShouldBe("Come early. [A cone] [menu.png]");
    }

    [Fact]
    public async Task Should_Publish_Once_However_Often_The_Same_Key_Comes()
    {
        // Given
        var post = _town.Outgoing("Hello");
        var first = await _town.Network.SendAsync(post, Town.Key("k"), CancellationToken.None);
        var stored = (await _town.EventsAsync("select id from rehearsal_event"));
        _town.Clock.Advance(TimeSpan.FromHours(1));

        // When: again, in this process and in another.
        var again = await _town.Network.SendAsync(post, new SendKey { Value = "k", Attempt = 2 }, CancellationToken.None);
        var elsewhere = await _town.Restart().Network.SendAsync(post, Town.Key("k"), CancellationToken.None);

        // Then
        again.ShouldBe(first);
        elsewhere.ShouldBe(first);
        _town.Database.Query("select text from rehearsal_post").ShouldBe(["Hello"]);
        (await _town.EventsAsync("select id from rehearsal_event")).ShouldBe(stored);
    }

    [Fact]
    public async Task Should_Publish_Once_When_The_Same_Key_Comes_From_Two_Processes_At_Once()
    {
        var towns = new[] { _town, _town.Restart(), _town.Restart() };

        var results = await Task.WhenAll(towns.Select(town => Task.Run(() =>
            town.Network.SendAsync(town.Outgoing("Hello"), Town.Key("k"), CancellationToken.None))));

        results.Distinct().ShouldHaveSingleItem().ShouldBeOfType<Sent>();
        _town.Database.Query("select text from rehearsal_post").ShouldBe(["Hello"]);
    }

    [Theory]
    [InlineData("Goodbye", "@slocombe")]
    [InlineData("Hello", "@telco_nb")]
    public async Task Should_Refuse_Another_Post_With_A_Used_Key(string text, string profile)
    {
        // Given
        await _town.Network.SendAsync(_town.Outgoing("Hello"), Town.Key("k"), CancellationToken.None);

        // When
        var other = _town.Outgoing(text) with { Profile = Town.Profile(profile, "en") };
        var result = await _town.Network.SendAsync(other, Town.Key("k"), CancellationToken.None);

        // Then
        result.ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe(
            "this key was already used by slocombe for another text, which is post 1; take a new key");
        _town.Database.Query("select text from rehearsal_post").ShouldBe(["Hello"]);
    }

    [Fact]
    public async Task Should_Take_300_Characters_As_Readers_See_Them_And_No_More()
    {
        // Given: one character, four code points, eleven UTF-16 units.
        var family = "👨‍👩‍👧‍👦";
        var fits = string.Concat(Enumerable.Repeat(family, 300));
        var rules = await _town.Network.RulesForAsync(Town.Slocombe, CancellationToken.None);

        // When
        var result = await _town.SendAsync(_town.Outgoing(fits + "!"));

        // Then
        rules.Count(fits).Fits.ShouldBeTrue();
        result.ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe("the text has 301 of 300 characters");
        (await _town.SendAsync(_town.Outgoing(fits))).ShouldBeOfType<Sent>();
    }

    [Fact]
    public async Task Should_Count_As_The_Network_Does_That_A_Profile_Stands_For()
    {
        var profile = Town.Slocombe with { As = "x" };
        var rules = await _town.Network.RulesForAsync(profile, CancellationToken.None);

        var tooLong = await _town.SendAsync(_town.Outgoing(new string('日', 141)) with { Profile = profile });
        var fits = await _town.SendAsync(_town.Outgoing($"{new string('日', 128)} https://example.com/{new string('a', 300)}") with { Profile = profile });

        (rules.Limit, rules.Repeats, rules.LandsWithin).ShouldBe((280, Repeats.ByIdentity, TimeSpan.Zero));
        tooLong.ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe("the text has 282 of 280 characters");
        fits.ShouldBeOfType<Sent>();
    }

    [Fact]
    public async Task Should_Take_A_Thread_Part_After_Part()
    {
        var first = await _town.PublishAsync("one");
        var second = (await _town.SendAsync(_town.Outgoing("two") with { InReplyTo = first.RemoteId, ThreadRoot = first.RemoteId })).ShouldBeOfType<Sent>();

        (await _town.SendAsync(_town.Outgoing("three") with { InReplyTo = second.RemoteId, ThreadRoot = first.RemoteId })).ShouldBeOfType<Sent>();

        _town.Database.Query("select in_reply_to from rehearsal_post order by number").ShouldBe([DBNull.Value, first.RemoteId, second.RemoteId]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task Should_Refuse_A_Post_Without_Text(string text) =>
        (await _town.SendAsync(_town.Outgoing(text))).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe("the text is empty");

    [Theory]
    [InlineData("99")]
    [InlineData("r99")]
    [InlineData("nonsense")]
    [InlineData("r")]
    public async Task Should_Refuse_An_Answer_To_What_Is_Not_There(string remoteId)
    {
        var result = await _town.SendAsync(_town.Outgoing("Yes!") with { InReplyTo = remoteId });

        result.ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe($"there is no post {remoteId} to answer");
        _town.Database.Query("select id from rehearsal_post").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_A_Profile_That_Another_One_Of_Ours_Has_Answered_It()
    {
        // Given
        var question = await _town.PublishAsync("Who knows a good flavour?");
        await _town.SilenceAsync();

        // When
        await _town.SendAsync(_town.Outgoing("Brunost.") with { Profile = Town.TelcoNb, InReplyTo = question.RemoteId });

        // Then
        var heard = (await _town.HearAsync(Town.Slocombe, null)).Events.ShouldHaveSingleItem();
        heard.Kind.ShouldBe(NetworkEventKind.Reply);
        heard.Handle.ShouldBe("telco_nb");
        heard.Text.ShouldBe("Brunost.");
        heard.Post.ShouldBe("1");
    }

    [Fact]
    public async Task Should_Find_A_Post_By_Its_Key_After_A_Doubt()
    {
        // Given
        var post = _town.Outgoing("Hello");
        var sent = await _town.Network.SendAsync(post, Town.Key("k"), CancellationToken.None);
        var lookUp = _town.Restart().Network.LookUp!;

        // When, then
        (await lookUp.FindAsync(post, Town.Key("k"), post.PlannedAt, CancellationToken.None)).ShouldBeOfType<Found>().Sent.ShouldBe(sent);
        (await lookUp.FindAsync(post, Town.Key("other"), post.PlannedAt, CancellationToken.None)).ShouldBeOfType<NotThere>();
    }

    [Fact]
    public async Task Should_Take_A_Post_In_Two_Statements_And_Leave_The_Audience_For_Later()
    {
        // When
        await _town.PublishAsync("Hello");

        // Then
        _town.Host.Store.Commits.ShouldBe(1);
        _town.Host.Store.Statements.ShouldBe(2);
        _town.Database.Query("select id from rehearsal_event").ShouldBeEmpty();
    }

    public void Dispose() => _town.Dispose();
}
