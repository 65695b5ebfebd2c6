using PluginHost.Campaigns.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Giveaways;

/// <summary>A giveaway that a script begins and waits for, in a run that is interrupted and resumed.</summary>
public sealed class ScriptGiveawayTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeScript _script;
    private readonly FakeGiveaways _giveaways;

    public ScriptGiveawayTests()
    {
        _script = new FakeScript(_stop.Token);
        _giveaways = new FakeGiveaways(_script.Time);
    }

    private ScriptGiveaways Giveaways => new(_giveaways, new FakeProfiles(), _script);

    private DateTimeOffset Closing => _script.Time.GetUtcNow().Date.AddDays(1);

    [Fact]
    public async Task Should_Begin_What_The_Script_Says_Once()
    {
        // When
        var first = await BeginAsync();
        _script.Kept.Resume();
        var again = await BeginAsync();

        // Then
        var terms = _giveaways.Begun.ShouldHaveSingleItem();
        again.Id.ShouldBe(first.Id);
        terms.Id.ShouldStartWith("a-day-with-us-");
        terms.Prizes.ShouldBe(["Lunch", "A phone"]);
        var rules = terms.Rules;
        (rules.Phrase, rules.Mention, rules.Hashtag, rules.Follow, rules.Repost, rules.Age).ShouldBe(("me", "@telco", "us", true, true, TimeSpan.FromDays(30)));
        terms.Rules.Excluded.ShouldBe(["kari"]);
        (terms.Announcement.Single().Profile, terms.Announcement.Single().Text).ShouldBe(("@press", "Answer “me”."));
        (terms.Claim, terms.ClosesAt).ShouldBe((TimeSpan.FromHours(5), Closing));
    }

    [Fact]
    public async Task Should_Give_Two_Of_One_Script_Different_Names()
    {
        await BeginAsync();
        await BeginAsync();

        _giveaways.Begun.Select(terms => terms.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Should_Refuse_A_Giveaway_Without_An_End()
    {
        var refused = await Should.ThrowAsync<WrongUseException>(async () => await Giveaways.Begin("A day with us").Prizes("Lunch").On("@press", "Answer."));

        refused.Message.ShouldContain("has no end");
        _giveaways.Begun.ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Wait_For_The_Draw_And_Know_It_When_It_Is_Resumed()
    {
        // Given
        var giveaway = await BeginAsync();
        var waiting = giveaway.Winners();
        waiting.IsCompleted.ShouldBeFalse();

        // When
        _giveaways.State = GiveawayState.Drawn;
        _giveaways.Awards.AddRange([FakeGiveaways.Won(1, "ola", AwardState.PassedOn), FakeGiveaways.Won(1, "amal", AwardState.Offered), FakeGiveaways.Won(2, "kari", AwardState.Offered)]);
        while (!waiting.IsCompleted)
        {
            _script.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var winners = await waiting;
        var looks = _giveaways.Looks;
        _script.Kept.Resume();
        var again = await (await BeginAsync()).Winners();

        // Then: those whom the draw named first, whatever became of it.
        winners.Select(winner => winner.Handle).ShouldBe(["ola", "kari"]);
        again.ShouldBe(winners);
        _giveaways.Looks.ShouldBe(looks);
    }

    [Fact]
    public async Task Should_Tell_Who_Has_The_Prizes_In_The_End()
    {
        // Given
        var giveaway = await BeginAsync();
        _giveaways.State = GiveawayState.Closed;
        _giveaways.Awards.AddRange([FakeGiveaways.Won(1, "ola", AwardState.PassedOn), FakeGiveaways.Won(1, "amal", AwardState.Claimed), FakeGiveaways.Won(2, "kari", AwardState.PassedOn)]);

        // When
        var claimed = await giveaway.Claimed();

        // Then
        claimed.ShouldHaveSingleItem().Handle.ShouldBe("amal");
    }

    private async Task<ScriptGiveaway> BeginAsync() => await Giveaways.Begin("A day with us!", line: 3, file: "us.csx")
        .Prizes("Lunch", "A phone")
        .On("@press", "Answer “me”.")
        .Phrase("me").Mention("@telco").Hashtag("us").Followers().Reposters().OlderThan(TimeSpan.FromDays(30)).Without("kari")
        .Until(Closing).ClaimedWithin(TimeSpan.FromHours(5));

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
