using PluginHost.Campaigns;
using PluginHost.Giveaways.Rules;

namespace PluginHost.Giveaways.Tests.Rules;

/// <summary>Each rule alone, and what is kept of it.</summary>
public sealed class EntryCheckTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Me, please!", true)]
    [InlineData("oh  ME,\nPLEASE 🍦", true)]
    [InlineData("me please", false)]
    public void Should_Ask_For_A_Phrase_Whatever_Its_Capitals_And_Blanks(string said, bool takesPart) =>
        Check(new EntryRules { Phrase = "me, please" }, said).TakesPart.ShouldBe(takesPart);

    [Theory]
    [InlineData("@telco me", true)]
    [InlineData("me, @Telco.", true)]
    [InlineData("(@telco)", true)]
    [InlineData("@telco_help me", false)]
    [InlineData("@telco.example me", false)]
    [InlineData("mail@telco", false)]
    [InlineData("telco", false)]
    public void Should_Ask_For_A_Mention_That_Is_Whole(string said, bool takesPart) => Check(new EntryRules { Mention = "@telco" }, said).TakesPart.ShouldBe(takesPart);

    [Theory]
    [InlineData("#Sommer", true)]
    [InlineData("#sommerferie", false)]
    [InlineData("sommer", false)]
    public void Should_Ask_For_A_Hashtag_That_Is_Whole(string said, bool takesPart) => Check(new EntryRules { Hashtag = "sommer" }, said).TakesPart.ShouldBe(takesPart);

    [Fact]
    public void Should_Ask_For_Followers_Reposters_And_Old_Accounts()
    {
        var rules = new EntryRules { Follow = true, Repost = true, Age = TimeSpan.FromDays(30) };

        Check(rules, "me").Reason.ShouldBe("does not follow @telco");
        Check(rules, "me", followers: ["ola"]).Reason.ShouldBe("has not passed the announcement on");
        Check(rules, "me", followers: ["ola"], reposters: ["ola"]).Reason.ShouldBe("does not show how old the account is");
        Check(rules, "me", Noon.AddDays(-29), ["ola"], ["ola"]).Reason.ShouldBe("has an account only since 2026-02-01");
        var fine = Check(rules, "me", Noon.AddDays(-31), ["ola"], ["ola"]);
        fine.TakesPart.ShouldBeTrue();
        fine.Evidence.ShouldBe(
            "answered @telco at 2026-03-02T12:00:00Z with r1; asked at 2026-03-03T12:00:00Z; id id:ola; follows; has passed it on; account since 2026-01-30");
    }

    [Fact]
    public void Should_Leave_Out_Those_Who_Are_Excluded_Ours_And_Late()
    {
        Check(new EntryRules { Excluded = ["@Ola"] }, "me").Reason.ShouldBe("is excluded by the rules");
        Check(new EntryRules(), "me", own: ["ola"]).Reason.ShouldBe("is a profile of ours");
        Check(new EntryRules(), "me", at: Noon.AddHours(9)).Reason.ShouldBe("answered after the end");
    }

    [Fact]
    public void Should_Count_The_First_Answer_That_Meets_The_Rules_And_A_Person_Once()
    {
        // Given
        var check = CheckOf(new EntryRules { Phrase = "me" }, []);
        var answers = new[] { Said("ola", "What?", 1), Said("ola", "me", 2), Said("OLA2", "me", 3), Said("ola", "me!", 4) };
        var people = new Dictionary<string, Person>
        {
            ["ola"] = new() { Handle = "ola", Id = "did:1" },
            ["OLA2"] = new() { Handle = "OLA2", Id = "did:1" },
        };

        // When
        var entrant = check.Check(answers, Around(people)).ShouldHaveSingleItem();

        // Then
        (entrant.Id, entrant.RemoteId, entrant.Answers, entrant.TakesPart).ShouldBe(("did:1", "r2", 4, true));
    }

    [Fact]
    public void Should_Take_The_Handle_Where_The_Network_Tells_No_Lasting_Id()
    {
        var check = CheckOf(new EntryRules(), []);

        var unknown = check.Check([Said("ola", "me", 1)], Around([])).Single();
        var broken = check.Check([Said("kari", "me", 1)], Around(new Dictionary<string, Person> { ["kari"] = new() { Handle = "kari", Id = "two\nlines" } })).Single();

        (unknown.Id, broken.Id).ShouldBe(("test:ola", "test:kari"));
        unknown.Evidence.ShouldContain("the network does not know them");
    }

    private static Entrant Check(
        EntryRules rules, string said, DateTimeOffset? created = null, string[]? followers = null, string[]? reposters = null, string[]? own = null, DateTimeOffset? at = null)
    {
        var people = new Dictionary<string, Person> { ["ola"] = new() { Handle = "ola", Id = "id:ola", CreatedAt = created } };
        var around = Around(people) with { Followers = rules.Follow ? (followers ?? []).ToHashSet() : null, Reposters = rules.Repost ? (reposters ?? []).ToHashSet() : null };
        return CheckOf(rules, own ?? []).Check([Said("ola", said, 1) with { At = at ?? Noon }], around).Single();
    }

    private static EntryCheck CheckOf(EntryRules rules, string[] own) => new(
        new GiveawayTerms { Id = "phones", Title = "Phones", Prizes = ["A phone"], Announcement = [], ClosesAt = Noon.AddHours(6), Rules = rules }, own.ToHashSet());

    private static Circumstances Around(Dictionary<string, Person> people) =>
        new() { At = Noon.AddDays(1), Profile = new Profile { Name = "@telco", Network = "test", Handle = "telco" }, People = people };

    private static Answer Said(string handle, string text, int number) => new()
    {
        Profile = "@telco",
        Saying = "announce",
        Kind = Answer.Reply,
        Handle = handle,
        At = Noon.AddMinutes(number),
        Text = text,
        RemoteId = $"r{number}",
    };
}
