using PluginHost.Campaigns;
using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Posting.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Publish_And_Say_Where_It_Stands()
    {
        var (plugin, _) = await _workshop.StartAsync();

        var table = await plugin.PublishAsync("@telco", "Hello", CancellationToken.None);

        table.Columns.Select(column => column.Name).ShouldBe(["profile", "state", "link"]);
        table.Rows.ShouldHaveSingleItem().ShouldBe(Record.Of(("profile", "@telco"), ("state", "sent"), ("link", "test://telco/1")));
        _workshop.Database.Query("select asked_by from posting_post").ShouldBe(["posting.publish"]);
    }

    [Fact]
    public async Task Should_Throw_The_Problems_When_A_Check_Stands_Against_It()
    {
        var (plugin, _) = await _workshop.StartAsync();

        var thrown = await Should.ThrowAsync<NotPublishedException>(() => plugin.PublishAsync("@quiet", "", CancellationToken.None));

        thrown.Problems.Select(problem => problem.Rule).ShouldBe(["posting.listening", "posting.empty"]);
    }

    [Fact]
    public async Task Should_Not_Pass_A_Refusal_Off_As_A_Success()
    {
        var (plugin, _) = await _workshop.StartAsync();
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new RefusedByNetwork { Reason = "the account is locked" });

        var thrown = await Should.ThrowAsync<NotSentException>(() => plugin.PublishAsync("@telco", "Hello", CancellationToken.None));

        thrown.Message.ShouldContain("the account is locked");
    }

    [Fact]
    public async Task Should_List_What_Was_Sent_Newest_First_And_Nothing_Else()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PublishAsync("@telco", "first", CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(1));
        await plugin.PublishAsync("@telco_nb", "second", CancellationToken.None);
        _workshop.Leave(("@telco", "scheduled"), ("@telco", "unknown"), ("@telco", "refused"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(1));
        await plugin.PublishAsync("@telco", "third", CancellationToken.None);

        // When
        var table = await plugin.TimelineAsync(host, 2, CancellationToken.None);

        // Then
        table.Columns.Select(column => column.Name).ShouldBe(["profile", "network", "time", "text", "link"]);
        table.Rows.Select(row => row["text"].ToString()).ShouldBe(["third", "second"]);
        table.Rows[1]["time"].ShouldBe(_workshop.Clock.GetUtcNow().AddMinutes(-1).AddSeconds(1));
        (await plugin.ShowTimelineAsync(host, CancellationToken.None)).Table.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_List_Every_Target_With_What_Became_Of_It()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(
            post.Profile.Name == "@telco" ? _workshop.Network.Publish(post) : new RefusedByNetwork { Reason = "no" });
        await publisher.PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);
        _workshop.Leave(("@telco", "scheduled"));

        // When
        var table = await plugin.OutboxAsync(host, 50, CancellationToken.None);

        // Then
        table.Columns.Select(column => column.Name).ShouldBe(["post", "profile", "network", "state", "text", "part", "due", "attempt", "reason", "time"]);
        table.Rows.Select(row => $"{row["post"]} {row["profile"]} {row["state"]} {row["attempt"]} {row["reason"]}".Trim()).ShouldBe(
            ["2 @telco scheduled 0", "1 @telco sent 1", "1 @telco_nb refused 1 no"]);
        table.Rows[0]["due"].ShouldBe(_workshop.Clock.GetUtcNow());
        table.Rows[1]["due"].ShouldBe(Value.Nothing);
        (await plugin.OutboxAsync(host, 1, CancellationToken.None)).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Say_What_Stands_Against_A_Text()
    {
        var (plugin, _) = await _workshop.StartAsync();

        (await plugin.CheckAsync("@telco", "Fine.", CancellationToken.None)).Rows.ShouldBeEmpty();
        (await plugin.CheckAsync("@telco", new string('x', 312), CancellationToken.None)).Rows.ShouldHaveSingleItem().ShouldBe(Record.Of(
            ("profile", "@telco"), ("severity", "error"), ("message", "312 of 300 characters; 12 too many"), ("rule", "posting.length")));
        _workshop.States().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Should_Refuse_To_Show_No_Rows(int limit)
    {
        var (plugin, host) = await _workshop.StartAsync();

        await Should.ThrowAsync<WrongUseException>(() => plugin.TimelineAsync(host, limit, CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => plugin.OutboxAsync(host, limit, CancellationToken.None));
    }

    [Fact]
    public async Task Should_Publish_For_A_Script_In_Its_Name()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var publish = await plugin.PublishGlobalAsync(host, new FakeScript(), CancellationToken.None);

        // When
        var post = await publish.On("@telco", "Hello").On("@telco_nb", $"Hei, {2} ganger");

        // Then
        post.Targets.Select(target => target.Text).ShouldBe(["Hello", "Hei, 2 ganger"]);
        _workshop.Database.Query("select asked_by from posting_post").ShouldBe(["daily-flavours"]);
    }

    [Fact]
    public void Should_Name_Its_Tables_After_Itself()
    {
        _workshop.Prepare();

        _workshop.Database.Query("select name from sqlite_master where name not like 'sqlite_%'")
            .ShouldAllBe(name => ((string)name).StartsWith("posting_"));
    }

    public void Dispose() => _workshop.Dispose();

    private sealed class FakeScript : IScript
    {
        public string Name => "daily-flavours";

        public CancellationToken Cancel => CancellationToken.None;

        public IJournal Journal { get; } = new FakeJournal();

        public TimeProvider Clock => TimeProvider.System;

        public ITimes Times => new Times(Clock, TimeZoneInfo.Utc);
    }

    // Everything happens, as in a run that resumes nothing.
    private sealed class FakeJournal : IJournal
    {
        public bool IsResumed => false;

        public Task<Effect> DoAsync(string step, string body, Func<EffectKey, Task<Effect>> effect) =>
            effect(new EffectKey { Campaign = "daily-flavours", Occurrence = "1", Step = step });

        public Task<Value> AskAsync(string what, Func<Task<Value>> read) => read();

        public Value Read(string what, Func<Value> read) => read();
    }
}
