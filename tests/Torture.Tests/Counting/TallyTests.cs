using PluginHost.Torture.Counting;

namespace PluginHost.Torture.Tests.Counting;

/// <summary>A count that sees nothing would praise everything: each way to fail is shown to it.</summary>
public sealed class TallyTests
{
    private readonly List<PlannedPost> _planned = [];
    private readonly List<OutboxEntry> _outbox = [];
    private readonly List<(string, string)> _published = [];
    private readonly List<(string, string)> _refused = [];
    private readonly List<(string, string)> _lostAnswers = [];
    private readonly List<(string, string)> _killed = [];
    private readonly List<(string, string)> _timedOut = [];

    [Theory]
    [InlineData(Kinds.Bluesky)]
    [InlineData(Kinds.Mastodon)]
    [InlineData(Kinds.MastodonWithoutKeys)]
    [InlineData(Kinds.X)]
    public void Should_Hold_Where_Every_Post_Is_Sent_Once(string kind)
    {
        Post(kind, "sent", published: 1);
        Post(kind, "sent", published: 1);

        var tally = Count();

        tally.Holds.ShouldBeTrue();
        tally.Kinds.Single().ShouldBe(new KindTally { Kind = kind, Posts = 2, Sent = 2 });
    }

    [Fact]
    public void Should_See_What_Was_Published_Twice_Whatever_The_Outbox_Says()
    {
        Post(Kinds.Mastodon, "sent", published: 2);
        Post(Kinds.X, "unknown", published: 3);

        var tally = Count();

        tally.Twice.ShouldBe(2);
        tally.Complaints.ShouldBe(["@mastodon \"Post 1\": published 2 times", "@x \"Post 2\": published 3 times"]);
    }

    [Theory]
    [InlineData("sent", "sent, says the outbox, and the network has nothing")]
    [InlineData("refused", "refused, and the network never refused it for good")]
    [InlineData("scheduled", "still scheduled")]
    [InlineData("leased", "still leased")]
    [InlineData("sending", "still sending")]
    [InlineData(null, "not in the outbox any more")]
    public void Should_See_What_Was_Lost(string? state, string complaint)
    {
        Post(Kinds.X, state, published: 0);

        var tally = Count();

        tally.Lost.ShouldBe(1);
        tally.Complaints.ShouldBe([$"@x \"Post 1\": {complaint}"]);
        tally.Holds.ShouldBeFalse();
    }

    [Fact]
    public void Should_Not_Call_Lost_What_The_Network_Refused_For_Good()
    {
        Post(Kinds.Bluesky, "refused", published: 0);
        _refused.Add(("@bluesky", "Post 1"));

        var tally = Count();

        tally.Holds.ShouldBeTrue();
        (tally.Lost, tally.Kinds.Single().RefusedForGood).ShouldBe((0, 1));
    }

    [Fact]
    public void Should_See_A_Refusal_Of_What_Stands_On_The_Network()
    {
        Post(Kinds.X, "refused", published: 1);

        Count().Complaints.ShouldBe(["@x \"Post 1\": refused, says the outbox, and it stands on the network"]);
    }

    [Fact]
    public void Should_See_A_Post_That_Is_Published_And_Still_Under_Way()
    {
        Post(Kinds.Mastodon, "sending", published: 1);

        var tally = Count();

        (tally.Lost, tally.Holds).ShouldBe((0, false));
    }

    [Theory]
    [InlineData(Kinds.Bluesky, 0)]
    [InlineData(Kinds.Mastodon, 1)]
    [InlineData(Kinds.MastodonWithoutKeys, 1)]
    public void Should_Let_Nothing_Be_Unknown_That_Could_Be_Settled(string kind, int published)
    {
        Post(kind, "unknown", published);
        _lostAnswers.Add(($"@{kind}", "Post 1"));

        var tally = Count();

        (tally.Unknown, tally.Holds).ShouldBe((1, false));
        tally.Complaints.Single().ShouldContain("where a key or a look could have told");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Should_Let_A_Send_Be_Unknown_That_A_Kill_Met_Where_Nobody_Can_Look(int published)
    {
        Post(Kinds.X, "unknown", published);
        _killed.Add(("@x", "Post 1"));

        var tally = Count();

        tally.Holds.ShouldBeTrue();
        tally.Kinds.Single().ShouldBe(new KindTally { Kind = Kinds.X, Posts = 1, Unknown = 1, KilledInside = 1 });
    }

    [Fact]
    public void Should_Let_A_Send_Be_Unknown_Whose_Answer_Was_Lost_Where_Nobody_Can_Look()
    {
        Post(Kinds.X, "unknown", published: 1);
        _lostAnswers.Add(("@x", "Post 1"));

        Count().Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Should_Let_A_Send_Be_Unknown_Whose_Answer_The_Client_Noted_To_Be_Late_Where_Nobody_Can_Look(int published)
    {
        Post(Kinds.X, "unknown", published);
        _timedOut.Add(("@x", "Post 1"));

        var tally = Count();

        tally.Holds.ShouldBeTrue();
        tally.Kinds.Single().ShouldBe(new KindTally { Kind = Kinds.X, Posts = 1, Unknown = 1, TimedOut = 1 });
    }

    [Fact]
    public void Should_Let_A_Late_Answer_Explain_No_Other_Post_And_No_Other_Failure()
    {
        Post(Kinds.X, "unknown", published: 1);
        Post(Kinds.X, "unknown", published: 2);
        Post(Kinds.Mastodon, "unknown", published: 1);
        Post(Kinds.X, "sent", published: 0);
        _timedOut.AddRange([("@x", "Post 2"), ("@mastodon", "Post 3"), ("@x", "Post 4")]);

        Count().Complaints.ShouldBe([
            "@mastodon \"Post 3\": unknown, where a key or a look could have told",
            "@x \"Post 1\": unknown, and neither a kill nor the network nor a wait that was given up explains why",
            "@x \"Post 2\": published 2 times",
            "@x \"Post 4\": sent, says the outbox, and the network has nothing",
        ]);
    }

    [Fact]
    public void Should_Count_An_Answer_Once_That_The_Network_Shows_Lost_And_The_Client_Late()
    {
        Post(Kinds.X, "unknown", published: 1);
        _lostAnswers.Add(("@x", "Post 1"));
        _timedOut.Add(("@x", "Post 1"));

        Count().Kinds.Single().ShouldBe(new KindTally { Kind = Kinds.X, Posts = 1, Unknown = 1, LostAnswers = 1 });
    }

    [Fact]
    public void Should_Ask_For_The_Reason_Of_Each_Unknown()
    {
        Post(Kinds.X, "unknown", published: 0);
        Post(Kinds.X, "sent", published: 1);
        _killed.Add(("@x", "Post 2"));

        Count().Complaints.ShouldBe(["@x \"Post 1\": unknown, and neither a kill nor the network nor a wait that was given up explains why"]);
    }

    [Fact]
    public void Should_See_What_Nobody_Planned()
    {
        _published.Add(("@x", "Buy milk"));

        Count().Complaints.ShouldBe(["@x \"Buy milk\": nobody planned it"]);
    }

    [Fact]
    public void Should_See_A_Post_That_Was_Planned_Once_And_Stands_Twice_In_The_Outbox()
    {
        Post(Kinds.X, "sent", published: 1);
        _outbox.Add(_outbox[0]);

        Count().Complaints.ShouldBe(["@x \"Post 1\": 2 times in the outbox"]);
    }

    [Fact]
    public void Should_Say_Figures_And_Verdict()
    {
        Post(Kinds.X, "sent", published: 1);
        Post(Kinds.X, "sent", published: 2);

        var text = TallyText.Of(12, Count()).ToList();

        text[0].ShouldBe("kills 12  posts 2  lost 0  twice 1  unknown 0");
        text[^1].ShouldBe("It does NOT hold.");
    }

    private void Post(string kind, string? state, int published)
    {
        var post = new PlannedPost { Profile = $"@{kind}", Kind = kind, Text = $"Post {_planned.Count + 1}" };
        _planned.Add(post);
        if (state is not null)
            _outbox.Add(new OutboxEntry { Profile = post.Profile, Text = post.Text, State = state });

        for (var i = 0; i < published; i++)
            _published.Add((post.Profile, post.Text));
    }

    private Tally Count() => Tally.Of(
        _planned,
        _outbox,
        new NetworkFindings { Published = _published, RefusedForGood = _refused, LostAnswers = _lostAnswers },
        _killed,
        _timedOut);
}
