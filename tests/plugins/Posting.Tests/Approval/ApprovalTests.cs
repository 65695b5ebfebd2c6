using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting.Tests.Threads;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests.Approval;

public sealed class ApprovalTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Hold_And_Not_Lose_What_Is_Published_Without_The_Approval_That_It_Needs()
    {
        // Given
        var (_, host) = await StartAsync("required");
        var publisher = await Workshop.PublisherOfAsync(host);

        // When
        var result = await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // Then
        var target = result.ShouldBeOfType<Published>().Post.Targets.ShouldHaveSingleItem();
        target.State.ShouldBe(TargetState.Scheduled);
        target.Reason.ShouldStartWith("not approved: nobody has approved it yet");
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Let_Out_What_Was_Approved_In_Time()
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);

        // When
        await SendAsync(plugin, host);

        // Then
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Let_Out_All_Parts_Of_A_Thread_That_Was_Approved()
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        var thread = ThreadTests.Thread("@telco", "one", "two", "three") with { At = _workshop.Clock.GetUtcNow().AddMinutes(10) };
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(thread, CancellationToken.None);
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);

        // When
        await SendAsync(plugin, host);

        // Then: that a part learns what it answers is no change of what it says.
        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Should_Let_Out_What_Was_Held_When_It_Is_Approved_A_Little_Late()
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        await SendAsync(plugin, host);
        _workshop.States().ShouldBe(["scheduled"]);
        _workshop.Column("held_at").ShouldNotContain(DBNull.Value);

        // When
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);
        await SendAsync(plugin, host);

        // Then
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Keep_Holding_And_Say_So_When_The_Approval_Comes_Far_Too_Late()
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        await SendAsync(plugin, host);
        _workshop.Clock.Advance(TimeSpan.FromHours(5));

        // When
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);

        // Then: it is there, it says why, and a person's word sends it.
        _workshop.States().ShouldBe(["scheduled"]);
        _workshop.Reasons().ShouldBe([Outbox.TooLate]);
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Not_Skip_As_Missed_What_Waits_For_A_Yes()
    {
        // Given
        _workshop.Settings["missed"] = "skip";
        var (plugin, host) = await StartAsync("required");
        await (await Workshop.PublisherOfAsync(host)).PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // When: a worker comes two days later, and then a person.
        _workshop.Clock.Advance(TimeSpan.FromDays(2));
        var (worker, elsewhere) = await _workshop.StartAsync();
        using var stop = new CancellationTokenSource();
        var working = worker.WorkAsync(elsewhere, stop.Token);
        await _workshop.UntilAsync(() => _workshop.Database.Query("select 1 from posting_watch").Count > 0);
        await stop.CancelAsync();
        await working;
        var afterwards = _workshop.States();
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        afterwards.ShouldBe(["scheduled"]);
        _workshop.States().ShouldBe(["scheduled"]);
        _workshop.Reasons()[0].ShouldStartWith(Approvals.NotApproved);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(10, true)]
    [InlineData(120, false)]
    [InlineData(120, true)]
    public async Task Should_Not_Skip_As_Missed_What_Was_Approved_Late(int minutes, bool wasHeld)
    {
        // Given: its profile skips what is late, and the yes comes when it is.
        _workshop.Settings["missed"] = "skip";
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        _workshop.Clock.Advance(TimeSpan.FromMinutes(11));
        if (wasHeld)
            await plugin.SendAsync(host, CancellationToken.None);

        _workshop.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);

        // When
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["sent"]);
    }

    [Theory]
    [InlineData("late 6h", 120, "")]
    [InlineData("ask", 10, Outbox.TooLate)]
    [InlineData("ask", 3, "")]
    public async Task Should_Go_By_The_Posts_Own_Word_Of_How_Late_It_May_Be(string missed, int minutes, string reason)
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        await plugin.MissedPostAsync(host, 1, missed, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(10));
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(minutes));

        // When
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);

        // Then
        _workshop.Reasons().ShouldBe([reason]);
        (_workshop.Column("held_at")[0] is DBNull).ShouldBe(reason.Length == 0);
    }

    [Fact]
    public async Task Should_Keep_A_Thread_Whole_Whose_First_Part_Waits_For_A_Yes()
    {
        // Given
        _workshop.Settings["missed"] = "skip";
        var (plugin, host) = await StartAsync("required");
        var thread = ThreadTests.Thread("@telco", "one", "two", "three") with { At = _workshop.Clock.GetUtcNow().AddMinutes(10) };
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(thread, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(11));
        await plugin.SendAsync(host, CancellationToken.None);

        // When
        _workshop.Clock.Advance(TimeSpan.FromHours(2));
        await plugin.SendAsync(host, CancellationToken.None);
        var waiting = _workshop.States();
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        waiting.ShouldBe(["scheduled", "scheduled", "scheduled"]);
        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Should_Not_Let_A_Persons_Word_Stand_For_An_Approval()
    {
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");

        await plugin.SendNowAsync(host, 1, CancellationToken.None);
        await plugin.SendAsync(host, CancellationToken.None);

        _workshop.States().ShouldBe(["scheduled"]);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_The_Authors_Own_Approval_Where_Four_Eyes_Are_Wanted()
    {
        // Given
        var (plugin, host) = await StartAsync("four-eyes");
        host.Workspace.Person = "KARI";
        await PlanAsync(host, "@telco");

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.ApproveAsync(host, 1, "", "", CancellationToken.None));

        // Then
        refused.Message.ShouldStartWith("KARI wrote post 1, and this workspace wants four eyes: somebody else must approve it.");
        host.Workspace.Person = "ola";
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);
        await SendAsync(plugin, host);
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Take_Whoever_Began_A_Repetition_For_The_Author_Whoever_Makes_Its_Posts()
    {
        // Given: Kari begins it, and whoever serves the workspace goes on.
        _workshop.Settings["ahead"] = "2d";
        var (plugin, host) = await StartAsync("four-eyes");
        await RepeatAsync(plugin, host);
        var before = _workshop.States().Count;
        var (worker, elsewhere) = _workshop.Prepare();
        elsewhere.Workspace.Person = "svc";
        await worker.ActivateAsync(elsewhere, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromDays(2));
        using var stop = new CancellationTokenSource();
        var working = worker.WorkAsync(elsewhere, stop.Token);
        await _workshop.UntilAsync(() => _workshop.States().Count > before);
        await stop.CancelAsync();
        await working;

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.ApproveAsync(host, _workshop.States().Count, "", "", CancellationToken.None));

        // Then
        refused.Message.ShouldStartWith("Kari wrote post ");
    }

    [Fact]
    public async Task Should_Take_Whoever_Changes_A_Text_For_An_Author_Too()
    {
        // Given
        var (plugin, host) = await StartAsync("four-eyes");
        await RepeatAsync(plugin, host);
        var (other, elsewhere) = _workshop.Prepare();
        elsewhere.Workspace.Person = "Ola";
        await other.ActivateAsync(elsewhere, CancellationToken.None);

        // When
        await other.ChangeRepeatedAsync(elsewhere, 1, "Something that Kari never saw", "", CancellationToken.None);

        // Then
        foreach (var (author, at) in ((PostingPlugin, FakeHost)[])[(plugin, host), (other, elsewhere)])
            await Should.ThrowAsync<WrongUseException>(() => author.ApproveAsync(at, 1, "", "", CancellationToken.None));

        elsewhere.Workspace.Person = "Per";
        await other.ApproveAsync(elsewhere, 1, "", "", CancellationToken.None);
        (await other.ApprovalsAsync(elsewhere, CancellationToken.None)).Rows[0]["by"].ToString().ShouldBe("Kari and Ola");
    }

    [Fact]
    public async Task Should_Not_Count_The_Authors_Yes_That_Is_Older_Than_The_Wish_For_Four_Eyes()
    {
        // Given
        var (before, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        await before.ApproveAsync(host, 1, "", "", CancellationToken.None);

        // When
        var (plugin, later) = await StartAsync("four-eyes");
        await SendAsync(plugin, later);

        // Then
        _workshop.States().ShouldBe(["scheduled"]);
        _workshop.Reasons()[0].ShouldStartWith("not approved: only kari approved it, who wrote it, and this workspace wants four eyes.");
    }

    [Fact]
    public async Task Should_Refuse_To_Guess_Who_Wrote_What_Is_Older_Than_Authors()
    {
        var (plugin, host) = await StartAsync("four-eyes");
        _workshop.Leave(("@telco", "draft"));

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ApproveAsync(host, 1, "", "", CancellationToken.None))).Message
            .ShouldStartWith("Nobody knows who wrote post 1");
    }

    [Fact]
    public async Task Should_Void_An_Approval_Loudly_When_The_Text_Is_Changed()
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        await plugin.ApproveAsync(host, 1, "", "", CancellationToken.None);

        // When
        _workshop.Database.Query("update posting_target set text = 'Hello from somebody else'");
        var problems = await (await Workshop.PublisherOfAsync(host)).CheckPlannedAsync(CancellationToken.None);
        await SendAsync(plugin, host);

        // Then
        problems.ShouldHaveSingleItem().Problem.Message.ShouldContain("it was changed after kari approved it");
        _workshop.States().ShouldBe(["scheduled"]);
        _workshop.Reasons()[0].ShouldContain("it was changed after kari approved it");
    }

    [Fact]
    public async Task Should_Not_Approve_What_Is_No_Longer_What_The_Person_Has_Seen()
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        var seen = (await plugin.ApprovalsAsync(host, CancellationToken.None)).Rows[0]["hash"].ToString();
        _workshop.Database.Query("update posting_target set text = 'Something else'");

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.ApproveAsync(host, 1, seen, "", CancellationToken.None));

        // Then
        refused.Message.ShouldStartWith("Post 1 was changed since you looked at it.");
    }

    [Fact]
    public async Task Should_Hold_What_Was_Rejected_Until_It_Is_Approved_After_All_And_Remember_Who_Said_What()
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");
        await plugin.RejectAsync(host, 1, "", "too salty", CancellationToken.None);
        await SendAsync(plugin, host);
        _workshop.Reasons()[0].ShouldStartWith("not approved: kari has rejected it: too salty");

        // When
        host.Workspace.Person = "ola";
        await plugin.ApproveAsync(host, 1, "", "fine", CancellationToken.None);
        await SendAsync(plugin, host);

        // Then
        _workshop.States().ShouldBe(["sent"]);
        (await plugin.ApprovalHistoryAsync(host, 10, CancellationToken.None)).Rows.Select(row => $"{row["by"]} {row["verdict"]} {row["note"]}")
            .ShouldBe(["ola approved fine", "kari rejected too salty"]);
    }

    [Theory]
    [InlineData("press", "@telco", false)]
    [InlineData("press", "@telco_help", true)]
    [InlineData("Press", "@telco", false)]
    [InlineData("@TELCO", "@telco", false)]
    [InlineData("@telco_help, offers", "@telco_help", false)]
    [InlineData("@telco_help, offers", "@telco", true)]
    public async Task Should_Ask_For_Approval_Only_Where_The_Workspace_Wants_It(string @for, string profile, bool isSent)
    {
        _workshop.Settings["approval-for"] = @for;
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, profile);

        await SendAsync(plugin, host);

        _workshop.States().ShouldBe([isSent ? "sent" : "scheduled"]);
    }

    [Fact]
    public async Task Should_Refuse_Names_That_Nobody_Bears_Rather_Than_Let_Everything_Out()
    {
        _workshop.Settings["approval-for"] = "press, telco";

        (await Should.ThrowAsync<WrongUseException>(() => StartAsync("required"))).Message.ShouldBe(
            "The setting \"approval-for\" of posting names \"telco\", which is neither a profile nor a purpose of this workspace. Did you mean \"@telco\"?");
    }

    [Fact]
    public async Task Should_Hold_Everything_When_A_Name_That_Needs_Approval_Is_No_Longer_Borne()
    {
        // Given
        _workshop.Settings["approval-for"] = "press";
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco");

        // When
        _workshop.Profiles.List[0] = _workshop.Profiles.List[0] with { Purpose = "newsroom" };
        await SendAsync(plugin, host);

        // Then
        _workshop.States().ShouldBe(["scheduled"]);
        _workshop.Reasons()[0].ShouldStartWith("not approved: The setting \"approval-for\" of posting names \"press\"");
    }

    [Fact]
    public async Task Should_Warn_Before_A_Post_Is_Due_That_Nobody_Has_Approved_And_Only_Once()
    {
        // Given
        var (plugin, host) = await StartAsync("required");
        await PlanAsync(host, "@telco", TimeSpan.FromMinutes(50));
        var approvals = new Approvals(ApprovalRule.Read(host.Settings), host, new Outbox(host.Store, host.Random, host.Clock, Timing.Read(host.Settings, StoreDialect.Sqlite)), new VerdictTable(host.Store));
        var reminder = new ApprovalReminder(host, approvals);

        // When
        await reminder.LookAsync(CancellationToken.None);
        var early = host.Screen.Lines.Count;
        _workshop.Clock.Advance(TimeSpan.FromMinutes(30));
        await reminder.LookAsync(CancellationToken.None);
        await reminder.LookAsync(CancellationToken.None);

        // Then
        early.ShouldBe(0);
        host.Screen.Lines.ShouldHaveSingleItem().ShouldContain("Post 1 waits for approval, due in 20 minutes: nobody has approved it yet.");
        plugin.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Say_Which_Words_The_Setting_Takes() =>
        (await Should.ThrowAsync<WrongUseException>(() => StartAsync("sometimes"))).Message
            .ShouldBe("The setting \"approval\" of posting is none, required or four-eyes, not \"sometimes\".");

    [Fact]
    public async Task Should_Say_That_There_Is_Nothing_To_Approve()
    {
        var (plugin, host) = await StartAsync("none");
        await (await Workshop.PublisherOfAsync(host)).PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ApproveAsync(host, 9, "", "", CancellationToken.None))).Message.ShouldStartWith("There is no post 9 here.");
        (await Should.ThrowAsync<WrongUseException>(() => plugin.ApproveAsync(host, 1, "", "", CancellationToken.None))).Message.ShouldStartWith("Nothing of post 1 waits any more.");
    }

    public void Dispose() => _workshop.Dispose();

    private async Task<(PostingPlugin Plugin, FakeHost Host)> StartAsync(string mode)
    {
        _workshop.Settings["approval"] = mode;
        var (plugin, host) = _workshop.Prepare();
        host.Workspace.Person = mode == "four-eyes" ? "Kari" : "kari";
        await plugin.ActivateAsync(host, CancellationToken.None);
        return (plugin, host);
    }

    private static Task<Table> RepeatAsync(PostingPlugin plugin, FakeHost host) =>
        plugin.RepeatAsync(host, "@telco", "hello", "Mon-Fri 09:00 Europe/Oslo", "", 0, "", CancellationToken.None);

    private async Task PlanAsync(FakeHost host, string profile, TimeSpan? after = null) => await (await Workshop.PublisherOfAsync(host)).PlanAsync(
        Workshop.Plan(profile) with { At = _workshop.Clock.GetUtcNow() + (after ?? TimeSpan.FromMinutes(10)) }, CancellationToken.None);

    private async Task SendAsync(PostingPlugin plugin, FakeHost host)
    {
        _workshop.Clock.Advance(TimeSpan.FromMinutes(15));
        await plugin.SendAsync(host, CancellationToken.None);
    }
}
