using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class RepetitionTests : IDisposable
{
    // The clock of the workshop begins on Monday, 2 March 2026, at 09:00 UTC.
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Say_Its_Texts_In_Turns_And_End_When_It_Has_Been_Said_Often_Enough()
    {
        var (plugin, host) = await _workshop.StartAsync();

        await RepeatAsync(plugin, host, "one||two||three", times: 5);

        _workshop.Column("text").ShouldBe(["one", "two", "three", "one", "two"]);
        Due().ShouldBe(["2026-03-03T08:00:00Z", "2026-03-04T08:00:00Z", "2026-03-05T08:00:00Z", "2026-03-06T08:00:00Z", "2026-03-09T08:00:00Z"]);
        var standing = (await plugin.RepetitionsAsync(host, CancellationToken.None)).Rows.Single();
        (standing["ends"].ToString(), standing["waiting"].ToString(), standing["state"].ToString()).ShouldBe(("after 5 times", "5", "goes on"));
    }

    [Fact]
    public async Task Should_Come_On_Its_Last_Day_And_Not_After_It()
    {
        var (plugin, host) = await _workshop.StartAsync();

        await RepeatAsync(plugin, host, "hello", until: "2026-03-05");

        Due().ShouldBe(["2026-03-03T08:00:00Z", "2026-03-04T08:00:00Z", "2026-03-05T08:00:00Z"]);
    }

    [Fact]
    public async Task Should_Make_Each_Time_Once_However_Many_Processes_Look_After_It()
    {
        // Given
        _workshop.Settings["ahead"] = "10d";
        var (plugin, host) = await _workshop.StartAsync();
        await RepeatAsync(plugin, host, "one||two");
        var before = Due().Count;

        // When: a week on, three processes wake up at once.
        _workshop.Clock.Advance(TimeSpan.FromDays(8));
        using var stop = new CancellationTokenSource();
        var working = new List<Task>();
        for (var process = 0; process < 3; process++)
        {
            var (other, elsewhere) = await _workshop.StartAsync();
            working.Add(other.WorkAsync(elsewhere, stop.Token));
        }

        await _workshop.UntilAsync(() => Due().Count > before);
        await stop.CancelAsync();
        await Task.WhenAll(working);

        // Then
        Due().ShouldBeUnique();
        Due().Count.ShouldBe(14);
        _workshop.Column("text").ShouldBe(Enumerable.Range(0, 14).Select(time => time % 2 == 0 ? "one" : "two"));
    }

    [Fact]
    public async Task Should_Repeat_Nothing_However_Early_The_Process_Dies_That_Makes_It()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        for (var life = 1; life < 12; life++)
        {
            var (mortal, itsHost) = await _workshop.StartAsync();
            itsHost.Store.Life = life;
            try
            {
                await mortal.WorkAsync(itsHost, new CancellationToken(canceled: true));
                await RepeatAsync(mortal, itsHost, $"life {life}", times: 2);
            }
            catch (DeadProcessException)
            {
                // As was meant.
            }
        }

        // When: whoever lives goes on with what was begun.
        using var stop = new CancellationTokenSource();
        var working = plugin.WorkAsync(host, stop.Token);
        var begun = _workshop.Database.Query("select count(*) from posting_recurring")[0];
        await _workshop.UntilAsync(() => _workshop.Database.Query("select count(*) from posting_recurring where made = 2")[0].Equals(begun));
        await stop.CancelAsync();
        await working;

        // Then
        _workshop.Database.Query("select occurrence || step from posting_post").Cast<string>().ShouldBeUnique();
        _workshop.States().Count.ShouldBe(2 * (int)(long)begun);
        ((long)begun).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Should_Leave_One_Out_And_Say_It_After_All()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await RepeatAsync(plugin, host, "hello", times: 3);

        // When
        await plugin.SkipAsync(host, 1, "", CancellationToken.None);
        await plugin.SkipAsync(host, 1, "2026-03-05 09:00 Europe/Oslo", CancellationToken.None);
        var left = (await plugin.ShowRepetitionAsync(host, 1, CancellationToken.None)).Rows.Select(row => row["state"].ToString()).ToList();
        await plugin.UnskipAsync(host, 1, "", CancellationToken.None);

        // Then
        left.ShouldBe(["left out", "scheduled", "left out"]);
        _workshop.States().ShouldBe(["scheduled", "scheduled", "refused"]);
        (await Should.ThrowAsync<WrongUseException>(() => plugin.SkipAsync(host, 1, "2026-03-05 09:30 Europe/Oslo", CancellationToken.None)))
            .Message.ShouldStartWith("Repetition 1 does not come at 2026-03-05 09:30 Europe/Oslo. It is Mon-Fri 09:00 Europe/Oslo, next Tue 2026-03-03 09:00 Europe/Oslo");
        (await Should.ThrowAsync<WrongUseException>(() => plugin.SkipAsync(host, 7, "", CancellationToken.None))).Message.ShouldStartWith("There is no repetition 7 here.");
    }

    [Fact]
    public async Task Should_Change_One_And_Leave_The_Others()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await RepeatAsync(plugin, host, "hello", times: 3);

        await plugin.ChangeRepeatedAsync(host, 1, "something else", "2026-03-04 09:00 Europe/Oslo", CancellationToken.None);
        var empty = await Should.ThrowAsync<NotPublishedException>(() => plugin.ChangeRepeatedAsync(host, 1, " ", "", CancellationToken.None));

        _workshop.Column("text").ShouldBe(["hello", "something else", "hello"]);
        empty.Problems.ShouldHaveSingleItem().Rule.ShouldBe("posting.empty");
        await plugin.ResetRepeatedAsync(host, 1, "2026-03-04 09:00 Europe/Oslo", CancellationToken.None);
        _workshop.Column("text").ShouldBe(["hello", "hello", "hello"]);
    }

    [Fact]
    public async Task Should_Stop_And_Go_On_Without_Saying_What_Lay_Between()
    {
        // Given
        _workshop.Settings["ahead"] = "3d";
        var (plugin, host) = await _workshop.StartAsync();
        await RepeatAsync(plugin, host, "hello");

        // When: stopped for a week.
        await plugin.StopRepetitionAsync(host, 1, CancellationToken.None);
        var stopped = _workshop.States();
        _workshop.Clock.Advance(TimeSpan.FromDays(7));
        await plugin.ResumeRepetitionAsync(host, 1, CancellationToken.None);

        // Then
        stopped.ShouldBe(["refused", "refused", "refused"]);
        _workshop.States().ShouldBe(["refused", "refused", "refused", "scheduled", "scheduled", "scheduled"]);
        Due()[3].ShouldBe("2026-03-10T08:00:00Z");
        await Should.ThrowAsync<WrongUseException>(() => plugin.ResumeRepetitionAsync(host, 1, CancellationToken.None));
    }

    [Fact]
    public async Task Should_Hold_What_Was_Never_Made_Because_Nothing_Ran()
    {
        // Given
        _workshop.Settings["ahead"] = "2d";
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.RepeatAsync(host, "@telco", "hello", "Mon-Fri 09:00 Europe/Oslo", "", 4, "skip", CancellationToken.None);

        // When: nothing ran for a month.
        _workshop.Clock.Advance(TimeSpan.FromDays(30));
        using var stop = new CancellationTokenSource();
        var working = plugin.WorkAsync(host, stop.Token);
        await _workshop.UntilAsync(() => _workshop.States().Count == 4 && _workshop.States().All(state => state == "refused"));
        await stop.CancelAsync();
        await working;

        // Then: none went out, and none is gone without a word.
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.Reasons().ShouldAllBe(reason => reason == Outbox.Skipped);
    }

    [Theory]
    [InlineData("skip", "refused")]
    [InlineData("ask", "scheduled")]
    [InlineData("", "scheduled")]
    public async Task Should_Send_No_Burst_Of_What_Could_Not_Be_Made_For_A_While(string missed, string state)
    {
        // Given: a network that takes less than before, so that nothing more is made, while somebody serves all the time.
        _workshop.Settings["ahead"] = "2d";
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.RepeatAsync(host, "@telco", "hello there", "Mon-Fri 09:00 Europe/Oslo", "", 5, missed, CancellationToken.None);
        var rules = _workshop.Network.Rules;
        _workshop.Network.Rules = rules with { Limit = 3 };
        _workshop.Clock.Advance(TimeSpan.FromDays(30));
        using var stop = new CancellationTokenSource();
        var working = plugin.WorkAsync(host, stop.Token);
        await _workshop.UntilAsync(() => host.Screen.Lines.Any(line => line.Contains("Repetition 1 cannot go on", StringComparison.Ordinal)));

        // When
        _workshop.Network.Rules = rules;
        await _workshop.UntilAsync(() => _workshop.States().Count == 5);
        var made = _workshop.Clock.GetUtcNow();
        await _workshop.UntilAsync(() => _workshop.Clock.GetUtcNow() > made.AddMinutes(3));
        await stop.CancelAsync();
        await working;

        // Then
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.States().ShouldAllBe(each => each == state);
        _workshop.Column("held_at").Count(held => held is long).ShouldBe(state == "refused" ? 0 : 5);
        _workshop.Reasons().ShouldAllBe(reason => reason == (state == "refused" ? Outbox.Skipped : Outbox.TooLate));
    }

    [Fact]
    public async Task Should_Make_No_Time_Twice_That_Hangs_On_No_Wall_Clock()
    {
        // Given: made by other rules of the zone, by which every time was half an hour earlier.
        _workshop.Settings["ahead"] = "3d";
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.RepeatAsync(host, "@telco", "hello||hi", "every 7h", "", 0, "", CancellationToken.None);
        var before = Due().Count;
        _workshop.Database.Query("update posting_post set step = step || ' by other rules', planned_at = planned_at - 1800000");
        _workshop.Database.Query("update posting_target set due_at = due_at - 1800000");

        // When
        _workshop.Clock.Advance(TimeSpan.FromHours(12));
        using var stop = new CancellationTokenSource();
        var working = plugin.WorkAsync(host, stop.Token);
        await _workshop.UntilAsync(() => Due().Count > before);
        await stop.CancelAsync();
        await working;

        // Then: from the last of a day to midnight it is three hours, and never less.
        var due = Due().Select(at => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).ToList();
        due.Zip(due.Skip(1), (one, next) => next - one).ShouldAllBe(between => between >= TimeSpan.FromHours(3));
    }

    [Theory]
    [InlineData("Mon-Fri 09:00 Europe/Olso", "", "Did you mean \"Europe/Oslo\"?")]
    [InlineData("now and then", "", "\"now and then\" is no schedule. Write it as")]
    [InlineData("2020-01-01 09:00", "", "never comes")]
    [InlineData("daily 09:00", "summer", "until=summer: \"summer\" is no time. Write it as 2026-03-02 09:00")]
    [InlineData("daily 09:00", "summer", "A day alone, 2026-03-02, is meant as a whole.")]
    [InlineData("daily 09:00", "2026-03-01", "never comes before its end")]
    public async Task Should_Refuse_What_Never_Comes(string schedule, string until, string said)
    {
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.RepeatAsync(host, "@telco", "hello", schedule, until, 0, "", CancellationToken.None))).Message.ShouldContain(said);

        _workshop.Database.Query("select id from posting_recurring").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Begin_Nothing_Where_A_Check_Stands_Against_One_Of_Its_Texts()
    {
        var (plugin, host) = await _workshop.StartAsync();

        await Should.ThrowAsync<NotPublishedException>(() => RepeatAsync(plugin, host, "fits|| "));

        _workshop.Database.Query("select id from posting_recurring").ShouldBeEmpty();
        _workshop.States().ShouldBeEmpty();
    }

    private static Task<Table> RepeatAsync(PostingPlugin plugin, FakeHost host, string text, string until = "", long times = 0) =>
        plugin.RepeatAsync(host, "@telco", text, "Mon-Fri 09:00 Europe/Oslo", until, times, "", CancellationToken.None);

    private List<string> Due() => [.. _workshop.Database.Query("select planned_at from posting_post order by planned_at")
        .Select(at => DueTime.NameOf(DateTimeOffset.FromUnixTimeMilliseconds((long)at)))];

    public void Dispose() => _workshop.Dispose();
}
