using PluginHost.Campaigns;
using PluginHost.RehearsalServer;

namespace PluginHost.Rehearsal.Tests;

/// <summary>The plugin and the server together, over HTTP on loopback.</summary>
public sealed class ServerTests
{
    public static TheoryData<string> Kinds => ["bluesky", "mastodon", "mastodon-without-keys", "x"];

    public static TheoryData<string> KindsThatTell => ["bluesky", "mastodon", "mastodon-without-keys"];

    private const string Text = "Today: Foghorn Malt & Gale at @bob@shop.example, <3!\n\nSee https://slocombe.example/flavours/of/the/day?from=feed&day=monday #ice";

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Publish_On_A_Server_And_Keep_A_Copy_For_The_Audience(string kind)
    {
        await using var abroad = await Abroad.StartAsync(kind);

        var sent = (await abroad.SendAsync(Text, "k")).ShouldBeOfType<Sent>();

        var published = abroad.Log.Published.ShouldHaveSingleItem();
        published.Text.ShouldBe(Text);
        published.Profile.ShouldBe("slocombe");
        published.Like.ShouldBe(kind);
        published.RemoteId.ShouldBe(sent.RemoteId);
        sent.RateLimit!.Remaining.ShouldBeInRange(999_998, 999_999);
        abroad.Kept().ShouldBe([sent.RemoteId]);
        abroad.Log.LostAnswers.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Not_Know_The_Outcome_When_The_Answer_Is_Lost(string kind)
    {
        await using var abroad = await Abroad.StartAsync(kind, ("lost", "1"));

        (await abroad.SendAsync(Text, "k")).ShouldBeOfType<UnknownOutcome>();

        abroad.Log.Published.ShouldHaveSingleItem();
        abroad.Log.LostAnswers.ShouldHaveSingleItem().How.ShouldBe(Answers.Lost);
    }

    [Theory]
    [MemberData(nameof(KindsThatTell))]
    public async Task Should_Find_What_It_Was_In_Doubt_About(string kind)
    {
        await using var abroad = await Abroad.StartAsync(kind, ("lost", "1"));
        await abroad.SendAsync(Text, "k");

        var found = (await abroad.FindAsync(Text, "k")).ShouldBeOfType<Found>();

        found.Sent.RemoteId.ShouldBe(abroad.Log.Published[0].RemoteId);
        (await abroad.FindAsync("Something else", "other")).ShouldBeOfType<NotThere>();
    }

    [Fact]
    public async Task Should_Say_That_X_Cannot_Tell()
    {
        await using var abroad = await Abroad.StartAsync("x", ("lost", "1"));
        await abroad.SendAsync(Text, "k");

        (await abroad.FindAsync(Text, "k")).ShouldBeOfType<CannotTell>();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Not_Know_The_Outcome_When_It_Lands_Late_And_Find_It_After_The_Time_In_Which_It_May(string kind)
    {
        // Given
        await using var abroad = await Abroad.StartAsync(kind, ("late", "1"));
        var sending = abroad.SendAsync(Text, "k");
        await abroad.ServerClock.WaitForTimerAsync(CancellationToken.None);

        // When
        abroad.Host.Clock.Advance(TimeSpan.FromSeconds(10));
        var outcome = await sending;
        var before = abroad.Log.Published.Count;
        await abroad.LandAsync(TimeSpan.FromSeconds(20));

        // Then
        outcome.ShouldBeOfType<UnknownOutcome>();
        before.ShouldBe(0);
        if (kind == "x")
            (await abroad.FindAsync(Text, "k")).ShouldBeOfType<CannotTell>();
        else
            (await abroad.FindAsync(Text, "k", abroad.Started)).ShouldBeOfType<Found>();
    }

    [Theory]
    [InlineData("bluesky")]
    [InlineData("mastodon")]
    public async Task Should_Be_There_Once_However_Often_It_Is_Repeated_After_Its_Answers_Were_Lost(string kind)
    {
        // Given
        await using var abroad = await Abroad.StartAsync(kind, ("lost", "1"), ("repeat-broken", "0"));
        await abroad.SendAsync(Text, "k");
        await abroad.SendAsync(Text, "k");

        // When
        await abroad.SetAsync("lost", "0");
        var sent = (await abroad.SendAsync(Text, "k")).ShouldBeOfType<Sent>();

        // Then
        abroad.Log.Published.ShouldHaveSingleItem().RemoteId.ShouldBe(sent.RemoteId);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Try_Later_When_It_Asked_Too_Often_Or_The_Token_Expired(string kind)
    {
        await using var abroad = await Abroad.StartAsync(kind, ("limited", "1"));
        (await abroad.SendAsync(Text, "k")).ShouldBeOfType<TryLater>();
        await abroad.SetAsync("limited", "0");
        await abroad.SetAsync("expired", "1");
        (await abroad.SendAsync(Text, "k")).ShouldBeOfType<TryLater>();

        await abroad.SetAsync("expired", "0");

        (await abroad.SendAsync(Text, "k")).ShouldBeOfType<Sent>();
        abroad.Log.Published.ShouldHaveSingleItem();
        abroad.Log.Refused.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Be_Refused_For_Good_When_The_Text_Is_Too_Long(string kind)
    {
        await using var abroad = await Abroad.StartAsync(kind);

        (await abroad.SendAsync(new string('a', 501), "k")).ShouldBeOfType<RefusedByNetwork>();

        abroad.Log.Refused.ShouldHaveSingleItem();
        abroad.Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Know_What_A_Duplicate_On_X_Means()
    {
        await using var abroad = await Abroad.StartAsync("x");
        await abroad.SendAsync(Text, "k");

        (await abroad.SendAsync(Text, "other")).ShouldBeOfType<UnknownOutcome>();
    }

    [Fact]
    public async Task Should_Try_Later_While_The_Server_Is_Down()
    {
        await using var abroad = await Abroad.StartAsync("mastodon");
        await abroad.StopServerAsync();

        (await abroad.SendAsync(Text, "k")).ShouldBeOfType<TryLater>();
    }

    [Fact]
    public async Task Should_Let_The_Audience_React_To_What_Was_Said_On_A_Server_Under_The_Servers_Name_For_It()
    {
        // Given
        await using var abroad = await Abroad.StartAsync("mastodon", ("followers", "400"));
        var sent = (await abroad.SendAsync(Text, "k")).ShouldBeOfType<Sent>();
        await abroad.Network.Listen!.ReadAsync(Town.Slocombe, null, CancellationToken.None);

        // When
        abroad.Host.Clock.Advance(TimeSpan.FromHours(9));
        var page = await abroad.Network.Listen!.ReadAsync(Town.Slocombe, null, CancellationToken.None);
        var question = page.Events.First(happened => happened.Kind == NetworkEventKind.Reply);
        var answer = abroad.Outgoing("Until six.") with { InReplyTo = question.RemoteId };
        (await abroad.Network.SendAsync(answer, Town.Key("a"), CancellationToken.None)).ShouldBeOfType<Sent>();
        await abroad.Network.Reactions!.LikeAsync(Town.TelcoNb, sent.RemoteId, CancellationToken.None);

        // Then
        page.Events.Where(happened => happened.Kind is NetworkEventKind.Like or NetworkEventKind.Reply).ShouldAllBe(happened => happened.Post == sent.RemoteId);
        abroad.Kept().Count.ShouldBe(2);
        var timeline = await abroad.Plugin.TimelineAsync(abroad.Host, 500, CancellationToken.None);
        timeline.Rows.ShouldContain(row => row["post"].ToString() == sent.RemoteId && row["text"].ToString() == Text);
    }
}
