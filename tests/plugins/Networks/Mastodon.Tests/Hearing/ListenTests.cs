using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon.Tests;

/// <summary>What happens to a profile, as a server without streaming tells it.</summary>
public sealed class ListenTests
{
    [Fact]
    public async Task Should_Tell_What_Was_Done_By_Whom_And_To_What()
    {
        // Given
        await using var stage = await Stage.LoggedInAsync();
        var post = stage.Server.Say("slocombe", "Which one?");
        var reply = stage.Server.Say("kari@elsewhere.example", "Mint & tea", post);
        var other = stage.Server.Say("ola", "@slocombe hello");
        stage.Server.Notice("mention", "ola", other);
        stage.Server.Notice("reblog", "ola", post);
        stage.Server.Notice("favourite", "kari@elsewhere.example", post);
        stage.Server.Notice("follow", "per", null);
        stage.Server.Notice("poll", "per", post);

        // When
        var events = (await ReadAsync(stage, null)).Events;

        // Then
        events.Select(one => (one.Kind, one.Handle, one.Post, one.RemoteId, one.Text)).ShouldBe(
        [
            (NetworkEventKind.Reply, "kari@elsewhere.example", post.Id, reply.Id, "Mint & tea"),
            (NetworkEventKind.Mention, "ola@mastodon.example", null, other.Id, "@slocombe hello"),
            (NetworkEventKind.Repost, "ola@mastodon.example", post.Id, null, ""),
            (NetworkEventKind.Like, "kari@elsewhere.example", post.Id, null, ""),
            (NetworkEventKind.Follow, "per@mastodon.example", null, null, ""),
        ]);
        events[0].Name.ShouldBe("Kari");
    }

    [Fact]
    public async Task Should_Call_An_Answer_To_Somebody_Else_A_Mention()
    {
        await using var stage = await Stage.LoggedInAsync();
        var others = stage.Server.Say("ola", "Anybody?");
        stage.Server.Say("kari", "@slocombe knows", others);

        var mention = (await ReadAsync(stage, null)).Events.ShouldHaveSingleItem();

        (mention.Kind, mention.Post).ShouldBe((NetworkEventKind.Mention, others.Id));
    }

    [Fact]
    public async Task Should_Lose_Nothing_When_Much_Has_Happened_Since_The_Last_Look()
    {
        await using var stage = await Stage.LoggedInAsync();
        var post = stage.Server.Say("slocombe", "Which one?");
        Answer(stage, post, 0, 3);
        var cursor = (await ReadAsync(stage, null)).Cursor;
        Answer(stage, post, 3, 200);

        var heard = new List<string>();
        for (var page = await ReadAsync(stage, cursor); page.Events.Count > 0; page = await ReadAsync(stage, page.Cursor))
            heard.AddRange(page.Events.Select(one => one.Text));

        heard.ShouldBe(Enumerable.Range(3, 197).Select(Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Go_On_Where_The_Last_Notification_Is_Gone(bool isMastodon)
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Software = isMastodon ? "mastodon" : "snac" });
        var post = stage.Server.Say("slocombe", "Which one?");
        Answer(stage, post, 0, 2);
        await stage.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        Answer(stage, post, 2, 3);
        var cursor = (await ReadAsync(stage, null)).Cursor;
        stage.Server.ForgetNotice(stage.Server.Statuses[^1].Id);
        await stage.Host.AdvanceAsync(TimeSpan.FromSeconds(5));
        Answer(stage, post, 3, 5);

        (await ReadAsync(stage, cursor)).Events.Select(one => one.Text).ShouldBe([Text(3), Text(4)]);
    }

    [Fact]
    public async Task Should_Tell_Nothing_Twice_Where_A_Server_Gives_Its_Newest_Page_Whatever_It_Is_Asked()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Software = "snac" });
        var page = Page(stage, ("3", 3), ("2", 2), ("1", 1));
        stage.Server.Next("GET /api/v1/notifications", 200, page);
        stage.Server.Next("GET /api/v1/notifications", 200, page);
        var first = await ReadAsync(stage, null);
        stage.Server.Next("GET /api/v1/notifications", 200, Page(stage, ("5", 5), ("4", 4), ("3", 3)));
        var second = await ReadAsync(stage, first.Cursor);
        stage.Server.Next("GET /api/v1/notifications", 200, Page(stage, ("5", 5), ("4", 4), ("3", 3)));
        var third = await ReadAsync(stage, second.Cursor);

        first.Events.Select(one => one.Id).ShouldBe(["1", "2", "3"]);
        second.Events.Select(one => one.Id).ShouldBe(["4", "5"]);
        (third.Events.Count, third.Cursor).ShouldBe((0, second.Cursor));
    }

    [Fact]
    public async Task Should_Go_Past_What_Is_No_Event_And_Keep_The_Cursor_Where_Nothing_Happened()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next("GET /api/v1/notifications", 200, """[{"id":"77","type":"update","created_at":"2026-03-02T09:00:00.000Z","account":{"acct":"ola"}}]""");

        var first = await ReadAsync(stage, null);

        first.Events.ShouldBeEmpty();
        first.Cursor.ShouldNotBeNull();
        (await ReadAsync(stage, first.Cursor)).Cursor.ShouldBe(first.Cursor);
    }

    [Theory]
    [InlineData(401, """{"error":"The access token is invalid"}""", "Log in again")]
    [InlineData(200, "<html>", "a page for people")]
    [InlineData(200, "{}", "its notifications could not be had")]
    public async Task Should_Say_What_To_Do_When_It_Cannot_Hear(int status, string body, string said)
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next("GET /api/v1/notifications", status, body);

        (await Should.ThrowAsync<PluginHostException>(ReadAsync(stage, null))).Message.ShouldContain(said);
    }

    private static Task<NetworkEventPage> ReadAsync(Stage stage, string? cursor) => stage.Network.Listen!.ReadAsync(Town.Slocombe, cursor, CancellationToken.None);

    private static void Answer(Stage stage, StandInStatus post, int from, int to)
    {
        for (var i = from; i < to; i++)
            stage.Server.Say("kari", Text(i), post);
    }

    private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"Answer {number}");

    private static string Page(Stage stage, params (string Id, int Seconds)[] notices) => $"[{string.Join(',', notices.Select(notice =>
        $$$"""{"id":"{{{notice.Id}}}","type":"follow","created_at":"{{{stage.Now.AddSeconds(notice.Seconds):O}}}","account":{"acct":"ola"}}"""))}]";
}
