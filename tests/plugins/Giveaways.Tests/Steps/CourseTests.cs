using PluginHost.Campaigns;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Steps;

public sealed class CourseTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Go_Its_Whole_Course_By_Itself()
    {
        // Given
        var (_, _, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        var drawn = await giveaways.GoOnAsync("phones", CancellationToken.None);

        // When: two answer, one is silent.
        foreach (var award in drawn.Awards.Take(2))
            _fair.Square.Say("@telco", award.Handle, NoticeOf(award), "Thank you!");

        var closed = await _fair.GoOnAsync(giveaways, GiveawayState.Drawn);
        _fair.Clock.Advance(TimeSpan.FromDays(3));
        closed = await giveaways.GoOnAsync("phones", CancellationToken.None);
        var alternate = closed.Awards[^1];
        _fair.Square.Say("@telco", alternate.Handle, NoticeOf(alternate), "Really?");
        _fair.Clock.Advance(TimeSpan.FromMinutes(2));
        closed = await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then
        closed.State.ShouldBe(GiveawayState.Closed);
        closed.Entrants.ShouldBe(4);
        closed.Awards.Select(award => (award.Number, award.Rank, award.State)).ShouldBe(
        [
            (1, 1, AwardState.Claimed), (2, 2, AwardState.Claimed), (3, 3, AwardState.PassedOn), (3, 4, AwardState.Claimed),
        ]);
        closed.Awards[2].Reason.ShouldStartWith("did not answer until ");
        _fair.Steps().ShouldBe(["planned", "announced", "frozen", "named", "committed", "drawn", "told", "told", "told", "claimed", "claimed", "passed-on", "told", "claimed", "closed"]);
        _fair.Crier.Out.Count.ShouldBe(6);
        _fair.Crier.Out[1].Text.ShouldContain(closed.ListDigest);
    }

    [Fact]
    public async Task Should_Publish_The_Digests_And_A_Round_That_Is_To_Come()
    {
        // Given
        var (_, _, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola", "kari");

        // When
        var committed = await _fair.GoOnAsync(giveaways, GiveawayState.Committed);

        // Then
        var round = (long)_fair.Database.Query("select round from giveaways_giveaway")[0];
        Giveaways.Draws.Quicknet.TimeOf(round).ShouldBeGreaterThanOrEqualTo(_fair.Clock.GetUtcNow() + TimeSpan.FromMinutes(10));
        var said = _fair.Crier.Out[^1].Text;
        said.ShouldContain($"list {committed.ListDigest}");
        said.ShouldContain($"quicknet {round}, ");
        said.Length.ShouldBeLessThanOrEqualTo(280);
    }

    [Fact]
    public async Task Should_Name_Another_Round_When_The_First_Was_Published_Too_Late()
    {
        // Given: the first commitment takes an hour.
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola", "kari");
        _fair.Crier.Takes = TimeSpan.FromHours(1);
        _fair.Clock.Advance(Fair.Day + TimeSpan.FromMinutes(6));

        // When
        _fair.Crier.Refuses = _ =>
        {
            _fair.Crier.Takes = _fair.Crier.Out.Count >= 2 ? TimeSpan.Zero : _fair.Crier.Takes;
            return null;
        };
        await _fair.GoOnAsync(giveaways, GiveawayState.Drawn);

        // Then
        _fair.Steps().Take(8).ShouldBe(["planned", "announced", "frozen", "named", "unnamed", "named", "committed", "drawn"]);
        await plugin.ProveAsync(host, "phones", "phones.proof", false, CancellationToken.None);
        var round = (await plugin.VerifyAsync(host, "phones.proof", "", CancellationToken.None)).Rows.Single(row => row["what"].ToString() == "round");
        round["detail"].ToString().ShouldContain("(it was published after the round had come) had been named, and decided nothing: ask why");
    }

    [Fact]
    public async Task Should_Count_A_Person_Once_However_Often_They_Answer()
    {
        var (_, _, giveaways) = await _fair.DrawAsync("ola", "kari", "ola", "ola", "kari");

        var drawn = await giveaways.GoOnAsync("phones", CancellationToken.None);

        (drawn.Entries, drawn.Entrants).ShouldBe((5, 2));
        drawn.Awards.Select(award => award.Handle).ShouldBe(["ola", "kari"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Hand_Out_What_It_Can_Where_Fewer_Take_Part_Than_There_Are_Prizes()
    {
        // Given
        var (plugin, host, _) = await _fair.DrawAsync("ola");

        // When
        var shown = await plugin.ShowAsync(host, "phones", CancellationToken.None);

        // Then
        shown["prizes"].Items.Count.ShouldBe(1);
        shown["prizesLeft"].Number.ShouldBe(2);
        _fair.Steps().ShouldContain("drawn");
    }

    [Fact]
    public async Task Should_Draw_Nothing_Where_Nobody_Takes_Part()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        _fair.Square.Say("@telco", "ola", "p1", "What is this?");
        _fair.Clock.Advance(Fair.Day + TimeSpan.FromHours(1));

        // When
        var stuck = await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then
        stuck.State.ShouldBe(GiveawayState.Open);
        stuck.Problem.ShouldContain("Nobody takes part in phones: 1 has answered, and does not meet the rules (1 did not say \"me, please\")");
        (await plugin.CloseAsync(host, "phones", "nobody came", CancellationToken.None))["state"].ToString().ShouldBe("closed");
        _fair.Crier.Out.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Refuse_A_Round_That_Has_Come()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms() with { ByHand = true }, Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola");
        _fair.Clock.Advance(Fair.Day);
        await plugin.FreezeAsync(host, "phones", CancellationToken.None);

        // When
        var past = await Should.ThrowAsync<WrongUseException>(() => plugin.CommitAsync(host, "phones", 1_000, CancellationToken.None));
        var soon = await Should.ThrowAsync<WrongUseException>(() =>
            plugin.CommitAsync(host, "phones", Giveaways.Draws.Quicknet.FirstAfter(_fair.Clock.GetUtcNow() + TimeSpan.FromSeconds(5)), CancellationToken.None));

        var far = await Should.ThrowAsync<WrongUseException>(() => plugin.CommitAsync(host, "phones", long.MaxValue, CancellationToken.None));

        // Then
        far.Message.ShouldContain("comes more than 30 days from now");
        past.Message.ShouldContain("Round 1000 came at 2023-08-23");
        soon.Message.ShouldContain("within half a minute");
        _fair.Steps().ShouldNotContain("named");
    }

    [Fact]
    public async Task Should_Do_Nothing_By_Itself_Where_A_Person_Is_To_Begin_Each_Step()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms() with { ByHand = true }, Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola", "kari", "amal", "luc");
        _fair.Clock.Advance(Fair.Day * 3);
        (await giveaways.GoOnAsync("phones", CancellationToken.None)).State.ShouldBe(GiveawayState.Open);

        // When
        await plugin.FreezeAsync(host, "phones", CancellationToken.None);
        await plugin.CommitAsync(host, "phones", 0, CancellationToken.None);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.DrawAsync(host, "phones", "", "", CancellationToken.None))).Message.ShouldContain("decides about phones, and comes at");
        _fair.Clock.Advance(TimeSpan.FromMinutes(11));
        await plugin.DrawAsync(host, "phones", "", "", CancellationToken.None);
        await plugin.NotifyAsync(host, "phones", CancellationToken.None);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.PassOnAsync(host, "phones", 1, "", CancellationToken.None))).Message.ShouldContain("has time until");
        await plugin.PassOnAsync(host, "phones", 1, "works for us", CancellationToken.None);
        await plugin.ClaimAsync(host, "phones", 2, "came to the shop", CancellationToken.None);
        var shown = await plugin.CloseAsync(host, "phones", "the rest is given to charity", CancellationToken.None);

        // Then
        shown["state"].ToString().ShouldBe("closed");
        _fair.Steps().ShouldBe(["planned", "announced", "frozen", "named", "committed", "drawn", "told", "told", "told", "passed-on", "claimed", "closed"]);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.DrawAsync(host, "phones", "", "", CancellationToken.None))).Message.ShouldContain("phones is closed");
    }

    [Fact]
    public async Task Should_Say_What_Stands_Against_The_Announcement_And_Enter_Nobody()
    {
        // Given
        _fair.Crier.Refuses = _ => "the account is locked";
        var (plugin, host, giveaways) = await _fair.StartAsync();

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None));

        // Then
        refused.Message.ShouldContain("phones is not announced: @telco was refused: the account is locked");
        (await plugin.ShowAsync(host, "phones", CancellationToken.None))["state"].ToString().ShouldBe("announcing");
        _fair.Steps().ShouldBe(["planned"]);
    }

    [Fact]
    public async Task Should_Begin_One_Giveaway_For_One_Effect()
    {
        // Given
        var (_, _, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);

        // When
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        var changed = await Should.ThrowAsync<ChangedEffectException>(() => giveaways.BeginAsync(_fair.Terms() with { Prizes = ["A car"] }, Fair.Effect(), CancellationToken.None));
        var other = await Should.ThrowAsync<WrongUseException>(() => giveaways.BeginAsync(_fair.Terms(), Fair.Effect("giveaway:9#1"), CancellationToken.None));

        // Then
        changed.Message.ShouldContain("with another body");
        other.Message.ShouldContain("There is a giveaway phones already");
        _fair.Crier.Out.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Refuse_To_Draw_By_A_List_That_Was_Changed()
    {
        // Given
        var (_, _, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola", "kari", "amal");
        await _fair.GoOnAsync(giveaways, GiveawayState.Committed);
        _fair.Database.Query("update giveaways_entrant set id = 'id:friend' where handle = 'ola'");
        _fair.Clock.Advance(TimeSpan.FromMinutes(20));

        // When
        var stuck = await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then
        stuck.State.ShouldBe(GiveawayState.Committed);
        stuck.Problem.ShouldContain("is not the one that was frozen");
    }

    private string NoticeOf(Award award) => _fair.Crier.Out.Last(said => said.Text.Contains($"@{award.Handle} ", StringComparison.Ordinal)).RemoteId;

    public void Dispose() => _fair.Dispose();
}
