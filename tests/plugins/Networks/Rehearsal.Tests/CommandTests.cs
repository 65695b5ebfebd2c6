using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public async Task Should_List_Who_Did_What_To_Which_Post_Once_It_Can_Be_Seen()
    {
        // Given
        var first = await _town.PublishAsync("Hello");
        await _town.PublishAsync("Hello again");

        // When
        var before = await ReactionsAsync("", 1000);
        _town.Clock.Advance(TimeSpan.FromHours(9));
        var all = await ReactionsAsync("", 1000);
        var some = await ReactionsAsync("", 3);
        var ofFirst = await ReactionsAsync(first.RemoteId, 1000);

        // Then
        before.Rows.ShouldBeEmpty();
        all.Columns.Select(column => column.Name).ShouldBe(["time", "profile", "post", "did", "who", "text"]);
        all.Rows.Count.ShouldBe((await _town.EventsAsync("select id from rehearsal_event")).Count);
        all.Rows.Select(row => ((InstantValue)row["time"]).Instant).ShouldBeInOrder(SortDirection.Descending);
        all.Rows.ShouldAllBe(row => row["profile"].ToString() == "slocombe" && row["who"].ToString() != "slocombe");
        some.Rows.ShouldBe(all.Rows.Take(3));
        ofFirst.Rows.ShouldNotBeEmpty();
        ofFirst.Rows.ShouldBe(all.Rows.Where(row => row["post"].ToString() == "1"));
    }

    [Fact]
    public async Task Should_Show_Posts_And_What_People_Answered_As_Anybody_Sees_It()
    {
        // Given
        _town.Host.Settings["followers"] = "400";
        await _town.PublishAsync("Hello");

        // When
        var before = await _town.Plugin.TimelineAsync(_town.Host, 1000, CancellationToken.None);
        _town.Clock.Advance(TimeSpan.FromHours(9));
        var reply = (await _town.HearAsync(Town.Slocombe, null)).Events.Last(happened => happened.Kind == NetworkEventKind.Reply);
        await _town.SendAsync(_town.Outgoing("Until six.") with { InReplyTo = reply.RemoteId });
        await _town.SendAsync(_town.Outgoing("And on Sunday?") with { Profile = Town.TelcoNb, InReplyTo = "1" });
        var after = await _town.Plugin.TimelineAsync(_town.Host, 1000, CancellationToken.None);

        // Then: our own answers stand there once, though their authors hear of them.
        before.Rows.ShouldHaveSingleItem()["text"].ToString().ShouldBe("Hello");
        after.Columns.Select(column => column.Name).ShouldBe(["time", "who", "text", "post", "answers"]);
        var replies = await _town.EventsAsync("select id from rehearsal_event where kind = 'reply' and actor not in ('slocombe', 'telco_nb')");
        after.Rows.Count.ShouldBe(3 + replies.Count);
        after.Rows.Take(3).Select(row => $"{row["who"]} {row["text"]} {row["answers"]}").ShouldBe(
            ["telco_nb And on Sunday? 1", $"slocombe Until six. {reply.RemoteId}", $"{reply.Handle} {reply.Text} 1"]);
        var shown = await _town.Plugin.ShowTimelineAsync(_town.Host, CancellationToken.None);
        (shown.Key, shown.OpenCommand).ShouldBe(("post", "rehearsal.reactions"));
        shown.Table.Rows.Take(3).Select(row => row["text"].ToString()).ShouldBe(["↳ And on Sunday?", "↳ Until six.", $"↳ {reply.Text}"]);
        shown.Table.Rows.Select(row => row["post"]).ShouldBe(after.Rows.Take(200).Select(row => row["post"]));
    }

    [Fact]
    public async Task Should_Tell_What_People_Do_In_The_Order_In_Which_They_Did_It()
    {
        // Given
        _town.Host.Settings["followers"] = "400";
        await _town.PublishAsync("Hello");
        (await _town.Plugin.ShowReactionsAsync(_town.Host, CancellationToken.None)).Lines.ShouldBeEmpty();

        // When
        _town.Clock.Advance(TimeSpan.FromHours(9));
        var lines = (await _town.Plugin.ShowReactionsAsync(_town.Host, CancellationToken.None)).Lines;

        // Then
        lines.ShouldNotBeEmpty();
        lines.Select(line => line.At).ShouldBeInOrder();
        lines.ShouldAllBe(line => line.Text.Contains("slocombe"));
        lines.ShouldContain(line => line.Text.StartsWith("↳ ") && line.Text.Contains(" answers slocombe: "));
    }

    [Fact]
    public async Task Should_Look_Again_Now_And_Then_Once_The_View_Is_Open()
    {
        _town.Host.Jobs.Repeated.ShouldBeEmpty();

        await _town.Plugin.ShowTimelineAsync(_town.Host, CancellationToken.None);
        await _town.Plugin.ShowTimelineAsync(_town.Host, CancellationToken.None);

        _town.Host.Jobs.Repeated.ShouldBe([TimeSpan.FromSeconds(5)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task Should_Refuse_To_Show_No_Rows(int limit)
    {
        await Should.ThrowAsync<WrongUseException>(() => ReactionsAsync("", limit));
        await Should.ThrowAsync<WrongUseException>(() => _town.Plugin.TimelineAsync(_town.Host, limit, CancellationToken.None));
    }

    [Fact]
    public void Should_Name_Its_Tables_After_Itself() =>
        _town.Database.Query("select name from sqlite_master where name not like 'sqlite_%'")
            .ShouldAllBe(name => ((string)name).StartsWith("rehearsal_"));

    public void Dispose() => _town.Dispose();

    private Task<Table> ReactionsAsync(string post, int limit) => _town.Plugin.ReactionsAsync(_town.Host, post, limit, CancellationToken.None);
}
