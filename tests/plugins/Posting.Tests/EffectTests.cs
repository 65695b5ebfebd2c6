using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>A campaign's side effect happens once per occurrence.</summary>
public sealed class EffectTests : IDisposable
{
    private static readonly EffectKey Key = new() { Campaign = "daily", Occurrence = "1", Step = "publish:5#1" };
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Be_The_Same_Post_When_It_Is_Done_Again()
    {
        // Given
        var first = await PublishAsync(Plan("@telco", "@telco_nb"));

        // When: in another process, with the variants in another order.
        var again = await PublishAsync(Plan("@telco_nb", "@telco"));

        // Then
        again.Id.ShouldBe(first.Id);
        again.Targets.ShouldAllBe(target => target.State == TargetState.Sent);
        _workshop.Network.Arrived.Count.ShouldBe(2);
        var other = await PublishAsync(Plan("@telco") with { Effect = Key with { Occurrence = "2" } });
        other.Id.ShouldNotBe(first.Id);
    }

    public static TheoryData<Variant> Changes => new()
    {
        new Variant { Profile = "@telco", Text = "Something else" },
        new Variant { Profile = "@telco_nb", Text = "Hello from @telco" },
        new Variant { Profile = "@telco", Text = "Hello from @telco", Language = "de" },
        new Variant { Profile = "@telco", Text = "Hello from @telco", InReplyTo = "7" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Should_Stop_And_Ask_When_The_Body_Has_Changed(Variant variant)
    {
        await PublishAsync(Plan("@telco"));
        var publisher = await _workshop.StartPublisherAsync();
        var changed = new PostPlan { Variants = [variant], AskedBy = "a test", Effect = Key };

        (await Should.ThrowAsync<ChangedEffectException>(() => publisher.PublishAsync(changed, CancellationToken.None))).Message
            .ShouldContain("\"Hello from @telco\" on @telco");
        await Should.ThrowAsync<ChangedEffectException>(() => publisher.PlanAsync(changed, CancellationToken.None));
        _workshop.Network.Arrived.Count.ShouldBe(1);
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Cut_What_It_Quotes_Between_Characters()
    {
        var text = new string('x', 59) + "👩‍👩‍👧‍👦 and so on";
        PostPlan Say(string said) => new() { Variants = [new Variant { Profile = "@telco", Text = said }], AskedBy = "a test", Effect = Key };
        await PublishAsync(Say(text));
        var publisher = await _workshop.StartPublisherAsync();

        var changed = await Should.ThrowAsync<ChangedEffectException>(() => publisher.PublishAsync(Say("another"), CancellationToken.None));

        changed.Message.ShouldContain($"\"{new string('x', 59)}👩‍👩‍👧‍👦…\" on @telco");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Send_Once_When_Two_Processes_Do_The_Same_At_Once()
    {
        for (var round = 0; round < 20; round++)
        {
            // Given
            var publishers = new[] { await _workshop.StartPublisherAsync(), await _workshop.StartPublisherAsync() };
            var plan = Plan(Workshop.FourProfiles) with { Effect = Key with { Occurrence = $"{round}" } };
            _workshop.Network.Arrived.Clear();

            // When
            var both = Task.WhenAll(publishers.Select(publisher => Task.Run(() => publisher.PublishAsync(plan, CancellationToken.None))));
            await _workshop.UntilAsync(() => both.IsCompleted);

            // Then
            var posts = (await both).Select(result => result.ShouldBeOfType<Published>().Post).ToList();
            posts[0].Id.ShouldBe(posts[1].Id);
            posts.SelectMany(post => post.Targets).ShouldAllBe(target => target.State == TargetState.Sent);
            _workshop.Network.Arrived.Count.ShouldBe(4);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Go_On_At_Once_With_What_A_Dead_Run_Had_In_Hand()
    {
        // Given: it dies before its second target leaves.
        _workshop.SilenceEarlierTexts();
        var (plugin, host) = _workshop.Prepare();
        await plugin.ActivateAsync(host, CancellationToken.None);
        host.Store.Life = 3;
        var dying = await Workshop.PublisherOfAsync(host);
        await Should.ThrowAsync<DeadProcessException>(() => dying.PublishAsync(Plan("@telco", "@telco_nb"), CancellationToken.None));
        var left = _workshop.States();

        // When: no time passes.
        var post = await PublishAsync(Plan("@telco", "@telco_nb"));

        // Then
        left.ShouldBe(["sent", "leased"]);
        post.Targets.ShouldAllBe(target => target.State == TargetState.Sent);
        _workshop.Network.Arrived.Count.ShouldBe(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Wait_Until_It_Is_Known_What_Became_Of_An_Attempt_Of_A_Dead_Run()
    {
        // Given: it dies while its target is on its way.
        _workshop.SilenceEarlierTexts();
        var (plugin, host) = _workshop.Prepare();
        await plugin.ActivateAsync(host, CancellationToken.None);
        host.Store.Life = 2;
        var dying = await Workshop.PublisherOfAsync(host);
        await Should.ThrowAsync<DeadProcessException>(() => dying.PublishAsync(Plan("@telco"), CancellationToken.None));
        _workshop.Network.OnLookUp = (_, _, _) => new Found { Sent = new Sent { RemoteId = "1", At = _workshop.Clock.GetUtcNow() } };
        var left = _workshop.States();

        // When
        var (_, next) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(next);
        var publishing = publisher.PublishAsync(Plan("@telco"), CancellationToken.None);
        await _workshop.UntilAsync(() => publishing.IsCompleted);

        // Then: the one who waits is told for what, and what comes of it.
        left.ShouldBe(["sending"]);
        next.Jobs.Reports.ShouldBe([
            "post 1 on @telco may be out already: at 09:02:30 test is asked, and it is sent again only where that is safe. "
            + "After 09:03:30 it is left to posting.send and pluginhost serve"]);
        (await publishing).ShouldBeOfType<Published>().Post.Targets[0].State.ShouldBe(TargetState.Sent);
        _workshop.Network.Arrived.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Try_Anew_What_Was_Refused_But_Not_What_A_Person_Took_Back()
    {
        // Given
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new RefusedByNetwork { Reason = "the account is locked" });
        await PublishAsync(Plan("@telco", "@telco_nb"));
        _workshop.Network.OnSend = null;
        _workshop.Database.Query("update posting_target set refused_by = 'person', reason = 'taken back' where profile = '@telco_nb'");

        // When
        var post = await PublishAsync(Plan("@telco", "@telco_nb"));

        // Then
        post.Targets.Select(target => target.State).ShouldBe([TargetState.Sent, TargetState.Refused]);
        post.Targets[1].Reason.ShouldBe("taken back");
    }

    [Fact]
    public async Task Should_Go_By_What_Was_Committed_Whatever_Would_Stand_Against_It_Now()
    {
        // Given
        var first = await PublishAsync(Plan("@telco"));
        _workshop.Network.Rules = _workshop.Network.Rules with { Limit = 1 };

        // When
        var again = await PublishAsync(Plan("@telco"));
        _workshop.Profiles.List.RemoveAll(profile => profile.Name == "@telco");
        var gone = await PublishAsync(Plan("@telco"));

        // Then
        (again.Id, gone.Id).ShouldBe((first.Id, first.Id));
        gone.Targets[0].State.ShouldBe(TargetState.Sent);
    }

    [Fact]
    public async Task Should_Plan_An_Effect_Once()
    {
        var publisher = await _workshop.StartPublisherAsync();
        var plan = Plan("@telco") with { At = _workshop.Clock.GetUtcNow().AddHours(1) };

        await publisher.PlanAsync(plan, CancellationToken.None);
        await publisher.PlanAsync(plan, CancellationToken.None);

        _workshop.States().ShouldBe(["scheduled"]);
    }

    public void Dispose() => _workshop.Dispose();

    private static PostPlan Plan(params string[] profiles) => Workshop.Plan(profiles) with { Effect = Key };

    private async Task<Post> PublishAsync(PostPlan plan) =>
        (await (await _workshop.StartPublisherAsync()).PublishAsync(plan, CancellationToken.None)).ShouldBeOfType<Published>().Post;
}
