using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class PlanTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Keep_A_Plan_Until_Its_Time_And_A_Draft_Until_It_Has_One()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var at = _workshop.Clock.GetUtcNow().AddHours(1);
        var planned = await plugin.PlanAsync(host, "@telco", "later", at, CancellationToken.None);
        var drafted = await plugin.DraftAsync(host, "@telco", "perhaps", CancellationToken.None);

        // When
        await plugin.SendAsync(host, CancellationToken.None);
        var early = _workshop.States();
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        (planned.Rows[0]["state"].ToString(), planned.Rows[0]["due"]).ShouldBe(("scheduled", (Value)at));
        (drafted.Rows[0]["state"].ToString(), drafted.Rows[0]["due"]).ShouldBe(("draft", Value.Nothing));
        early.ShouldBe(["scheduled", "draft"]);
        _workshop.States().ShouldBe(["sent", "draft"]);
    }

    [Fact]
    public async Task Should_Give_A_Draft_A_Time_And_A_Plan_Another_One()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.DraftAsync(host, "@telco", "perhaps", CancellationToken.None);
        var at = _workshop.Clock.GetUtcNow().AddHours(2);

        // When
        await plugin.ScheduleAsync(host, 1, at, CancellationToken.None);
        var table = await plugin.ScheduleAsync(host, 1, at.AddHours(1), CancellationToken.None);

        // Then
        (table.Rows[0]["state"].ToString(), table.Rows[0]["due"]).ShouldBe(("scheduled", (Value)at.AddHours(1)));
        _workshop.Clock.Advance(TimeSpan.FromHours(3));
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.Network.Arrived.ShouldHaveSingleItem().Post.PlannedAt.ShouldBe(at.AddHours(1));
        await Should.ThrowAsync<PluginHostException>(() => plugin.ScheduleAsync(host, 1, at.AddHours(9), CancellationToken.None));
    }

    [Fact]
    public async Task Should_Refuse_A_Time_That_Has_Passed_And_A_Text_That_Does_Not_Fit()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var past = _workshop.Clock.GetUtcNow().AddHours(-2);

        // When
        var late = await Should.ThrowAsync<NotPublishedException>(() => plugin.PlanAsync(host, "@telco", "x", past, CancellationToken.None));
        await plugin.DraftAsync(host, "@telco", "fits now", CancellationToken.None);
        _workshop.Network.Rules = _workshop.Network.Rules with { Limit = 3 };
        var @long = await Should.ThrowAsync<NotPublishedException>(
            () => plugin.ScheduleAsync(host, 1, _workshop.Clock.GetUtcNow(), CancellationToken.None));

        // Then
        late.Problems.ShouldHaveSingleItem().Rule.ShouldBe("posting.past");
        @long.Problems.ShouldHaveSingleItem().Rule.ShouldBe("posting.length");
        _workshop.States().ShouldBe(["draft"]);
    }

    [Fact]
    public async Task Should_Plan_What_Is_To_Be_Published_Later()
    {
        var publisher = await _workshop.StartPublisherAsync();
        var at = _workshop.Clock.GetUtcNow().AddDays(1);

        var result = await publisher.PublishAsync(Workshop.Plan("@telco") with { At = at }, CancellationToken.None);

        var post = result.ShouldBeOfType<Published>().Post;
        (post.At, post.Targets[0].State).ShouldBe((at, TargetState.Scheduled));
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Take_Back_What_Has_Not_Left_Whoever_Has_It()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"), ("@telco_help", "leased"), ("@telco_offers", "draft"), ("@telco_nb", "sending"));

        // When
        await plugin.UndoAsync(host, 1, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["refused", "refused", "refused", "sending"]);
        _workshop.Reasons()[0].ShouldBe("taken back before it was sent");
        _workshop.Clock.Advance(TimeSpan.FromMinutes(10));
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.Network.Arrived.ShouldBeEmpty();
        await Should.ThrowAsync<WrongUseException>(() => plugin.UndoAsync(host, 9, CancellationToken.None));
        var publisher = await Workshop.PublisherOfAsync(host);
        await Should.ThrowAsync<WrongUseException>(() => publisher.WithdrawAsync("nine", CancellationToken.None));
    }

    [Fact]
    public async Task Should_Put_Back_What_Was_Taken_Back_And_Nothing_Else()
    {
        // Given: one of each, and one that the network refused.
        var (plugin, host) = await _workshop.StartAsync();
        var at = _workshop.Clock.GetUtcNow().AddHours(1);
        await plugin.DraftAsync(host, "@telco", "perhaps", CancellationToken.None);
        await plugin.PlanAsync(host, "@telco", "later", at, CancellationToken.None);
        await plugin.UndoAsync(host, 1, CancellationToken.None);
        await plugin.UndoAsync(host, 2, CancellationToken.None);
        var taken = _workshop.States();

        // When
        await plugin.RestoreAsync(host, 1, CancellationToken.None);
        var planned = await plugin.RestoreAsync(host, 2, CancellationToken.None);

        // Then
        taken.ShouldBe(["refused", "refused"]);
        _workshop.States().ShouldBe(["draft", "scheduled"]);
        _workshop.Reasons().ShouldBe(["", ""]);
        planned.Rows[0]["due"].ShouldBe((Value)at);
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.Network.Arrived.ShouldHaveSingleItem().Post.Text.ShouldBe("later");
    }

    [Fact]
    public async Task Should_Put_Back_As_A_Draft_What_Would_Go_Out_At_Once()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PlanAsync(host, "@telco", "later", _workshop.Clock.GetUtcNow().AddHours(1), CancellationToken.None);
        await plugin.UndoAsync(host, 1, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromHours(1));

        // When
        await plugin.RestoreAsync(host, 1, CancellationToken.None);

        // Then
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.States().ShouldBe(["draft"]);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_That_Nothing_Was_Taken_Back()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.DraftAsync(host, "@telco", "perhaps", CancellationToken.None);

        var nothing = await Should.ThrowAsync<PluginHostException>(() => plugin.RestoreAsync(host, 1, CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.RestoreAsync(host, 9, CancellationToken.None));

        nothing.Message.ShouldBe("Nothing of post 1 was taken back: posting.outbox shows what became of it.");
        _workshop.States().ShouldBe(["draft"]);
    }

    [Fact]
    public async Task Should_Not_Send_What_Is_Taken_Back_While_It_Is_Checked_Once_More()
    {
        // Given: between the claim and the departure.
        var (plugin, host) = await _workshop.StartAsync();
        var (other, elsewhere) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        _workshop.Network.OnRules = () =>
            _workshop.Database.Query("update posting_target set state = 'refused', refused_by = 'person', lease_owner = null");

        // When
        await plugin.SendAsync(host, CancellationToken.None);
        await other.SendAsync(elsewhere, CancellationToken.None);

        // Then
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.States().ShouldBe(["refused"]);
    }

    public void Dispose() => _workshop.Dispose();
}
