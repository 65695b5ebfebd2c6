using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting.Tests.Threads;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>What becomes of posts whose time came while nothing ran.</summary>
public sealed class MissedTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData("late", 30, "sent")]
    [InlineData("late", 90, "scheduled")]
    [InlineData("late 2h", 90, "sent")]
    [InlineData("late 2h", 121, "scheduled")]
    [InlineData("ask", 10, "scheduled")]
    [InlineData("ask", 0, "sent")]
    [InlineData("skip", 10, "refused")]
    [InlineData("skip 30m", 20, "sent")]
    [InlineData("skip 30m", 40, "refused")]
    public async Task Should_Do_With_What_Was_Missed_As_The_Post_Says(string what, int minutes, string state)
    {
        // Given: somebody has looked, then nothing ran until so many minutes after it was due.
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PlanAsync(host, "@telco", "offer", _workshop.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);
        await plugin.MissedPostAsync(host, 1, what, CancellationToken.None);
        await WorkAsync(() => _workshop.Database.Query("select 1 from posting_watch").Count > 0);

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(1 + minutes));
        await WorkAsync(() => _workshop.States()[0] == state && (state != "scheduled" || _workshop.Column("held_at")[0] is not DBNull));

        // Then
        _workshop.Network.Arrived.Count.ShouldBe(state == "sent" ? 1 : 0);
        _workshop.Reasons()[0].ShouldBe(state switch { "sent" => "", "refused" => Outbox.Skipped, _ => Outbox.TooLate });
    }

    [Theory]
    [InlineData("", "ask", "what=ask: of which profile?")]
    [InlineData("@telco", "", "What becomes of what @telco misses?")]
    public async Task Should_Not_Take_Half_Of_A_Word(string profile, string what, string told)
    {
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.MissedAsync(host, profile, what, CancellationToken.None))).Message.ShouldStartWith(told);
    }

    [Fact]
    public async Task Should_Tell_What_Was_Missed_With_All_Else_That_Stands_Against_What_Is_Planned()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PlanAsync(host, "@telco", "offer", _workshop.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);
        await plugin.MissedPostAsync(host, 1, "ask", CancellationToken.None);
        await WorkAsync(() => _workshop.Database.Query("select 1 from posting_watch").Count > 0);
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        await WorkAsync(() => _workshop.Column("held_at")[0] is not DBNull);

        // When
        var problems = await (await Workshop.PublisherOfAsync(host)).CheckPlannedAsync(CancellationToken.None);

        // Then
        var held = problems.Single(problem => problem.Problem.Rule == "posting.held");
        held.Problem.Severity.ShouldBe(Severity.Error);
        held.Problem.Message.ShouldContain("posting.now post=1");
    }

    [Fact]
    public async Task Should_Go_By_The_Profile_Then_By_The_Settings_And_Say_So()
    {
        // Given
        _workshop.Settings["missed"] = "skip";
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.MissedAsync(host, "@telco_help", "late 1d", CancellationToken.None);
        foreach (var profile in (string[])["@telco", "@telco_help"])
            await plugin.PlanAsync(host, profile, "offer", _workshop.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);

        // When
        _workshop.Clock.Advance(TimeSpan.FromHours(6));
        await WorkAsync(() => _workshop.States() is ["refused", "sent"]);

        // Then
        var shown = await plugin.MissedAsync(host, "", "", CancellationToken.None);
        shown.Rows.Single(row => row["profile"].ToString() == "@telco")["missed"].ToString().ShouldBe("it is skipped");
        shown.Rows.Single(row => row["profile"].ToString() == "@telco_help")["missed"].ToString().ShouldBe("it goes out up to 1d late, then it waits for your word");
        (await plugin.ShowOutboxAsync(host, CancellationToken.None)).Table.Rows.Select(row => row["state"].ToString()).ShouldContain("✗ missed");
    }

    [Fact]
    public async Task Should_Make_A_Draft_Of_What_Was_Skipped_When_A_Person_Wants_It_Back()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PlanAsync(host, "@telco", "offer", _workshop.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);
        await plugin.MissedPostAsync(host, 1, "skip", CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        await plugin.SendAsync(host, CancellationToken.None);
        var skipped = _workshop.States();

        await plugin.RestoreAsync(host, 1, CancellationToken.None);

        skipped.ShouldBe(["refused"]);
        _workshop.States().ShouldBe(["draft"]);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Skip_A_Thread_As_A_Whole()
    {
        var (plugin, host) = await PlanThreadAsync("state = 'scheduled'");

        await plugin.SendAsync(host, CancellationToken.None);
        var skipped = _workshop.States();
        await plugin.RestoreAsync(host, 1, CancellationToken.None);

        skipped.ShouldBe(["refused", "refused", "refused"]);
        _workshop.States().ShouldBe(["draft", "draft", "draft"]);
    }

    [Theory]
    [InlineData("state = 'sent', attempt = 1, remote_id = '1', sent_at = due_at", "sent")]
    [InlineData("state = 'unknown', attempt = 1, sending_at = due_at, first_sent_at = due_at, due_at = null", "unknown")]
    [InlineData("due_at = due_at + 86400000, tries = 1", "scheduled")]
    public async Task Should_Not_Skip_The_Rest_Of_A_Thread_Alone(string first, string state)
    {
        // Given: its first part is out, or may be, or is put off.
        var (plugin, host) = await PlanThreadAsync(first);

        // When
        await WorkAsync(() => _workshop.Database.Query("select 1 from posting_watch").Count > 0);
        var afterwards = _workshop.States();
        await plugin.SendAsync(host, CancellationToken.None);

        // Then: it is asked about, and a person's word goes on with it.
        afterwards.ShouldBe([state, "scheduled", "scheduled"]);
        _workshop.States().ShouldBe(state == "sent" ? ["sent", "sent", "sent"] : [state, "scheduled", "scheduled"]);
    }

    [Theory]
    [InlineData("sometimes")]
    [InlineData("late 2 weeks")]
    [InlineData("skip 30")]
    [InlineData("")]
    public async Task Should_Refuse_What_Says_Nothing_Of_The_Kind(string what)
    {
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.MissedAsync(host, "@telco", what, CancellationToken.None)))
            .Message.ShouldContain("Write late, late 2h, ask, skip, or skip 30m.");
    }

    private async Task<(PostingPlugin Plugin, FakeHost Host)> PlanThreadAsync(string first)
    {
        _workshop.Settings["missed"] = "skip";
        var (plugin, host) = await _workshop.StartAsync();
        var thread = ThreadTests.Thread("@telco", "one", "two", "three") with { At = _workshop.Clock.GetUtcNow().AddMinutes(1) };
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(thread, CancellationToken.None);
        _workshop.Database.Query($"update posting_target set {first} where part = 0");
        _workshop.Clock.Advance(TimeSpan.FromHours(2));
        return (plugin, host);
    }

    private async Task WorkAsync(Func<bool> until)
    {
        var (plugin, host) = await _workshop.StartAsync();
        using var stop = new CancellationTokenSource();
        var working = plugin.WorkAsync(host, stop.Token);
        await _workshop.UntilAsync(until);
        await stop.CancelAsync();
        await working;
    }

    public void Dispose() => _workshop.Dispose();
}
