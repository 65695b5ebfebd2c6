using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

/// <summary>What is said in public, as far as the server sees it.</summary>
public sealed class SearchTests
{
    private static readonly PublicQuery Everything = new();

    [Fact]
    public async Task Should_Ask_For_The_Hashtag_Alone_Where_Nothing_Else_Is_Wanted()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Say("kari", "I like #mint !");
        stage.Server.Say("ola", "I like mint");

        var page = await ReadAsync(stage, new PublicQuery { AnyOf = ["#mint"] }, null);

        page.Posts.ShouldHaveSingleItem().Handle.ShouldBe("kari@mastodon.example");
        stage.Server.Requests.ShouldNotContain(request => request.Address.Contains("/timelines/public", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Tell_Warnings_And_Options_Too()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next(
            "GET /api/v1/timelines/public",
            200,
            """[{"id":"7","created_at":"2026-03-02T09:00:00.000Z","spoiler_text":"Food","content":"<p>Which?</p>","language":"en","url":"https://x.example/7","account":{"acct":"kari","display_name":"Kari"},"poll":{"options":[{"title":"Mint"},{"title":"Tea"}]}}]""");

        var post = (await ReadAsync(stage, Everything, null)).Posts.ShouldHaveSingleItem();

        post.ShouldBe(new PublicPost
        {
            RemoteId = "7",
            Handle = "kari@mastodon.example",
            Name = "Kari",
            Text = "Food\n\nWhich?\n\nMint\n\nTea",
            Language = "en",
            At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
            Link = "https://x.example/7",
        });
    }

    [Fact]
    public async Task Should_Tell_What_Comes_Late_By_The_Stream_Once()
    {
        // Given what was said before the last look, and reaches the server only now: no list would tell it after the cursor
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Streams = true });
        stage.Host.Http.OnSocket(MastodonServer.Streaming, _ => { });
        stage.Server.Say("kari", "Early");
        var first = await ReadAsync(stage, Everything, null);
        const string Late = """{"event":"update","payload":"{\"id\":\"5\",\"created_at\":\"2026-03-02T08:00:00.000Z\",\"content\":\"<p>Late</p>\",\"account\":{\"acct\":\"far@elsewhere.example\"}}"}""";

        // When
        stage.Host.Http.Sockets[^1].Say(Late);
        var second = await ReadAsync(stage, Everything, first.Cursor);
        stage.Host.Http.Sockets[^1].Say(Late);
        var third = await stage.PassingAsync(ReadAsync(stage, Everything, second.Cursor), TimeSpan.FromSeconds(30));

        // Then
        second.Posts.ShouldHaveSingleItem().Text.ShouldBe("Late");
        (third.Posts.Count, third.Cursor).ShouldBe((0, second.Cursor));
    }

    [Fact]
    public async Task Should_Wait_For_The_Stream_And_Tell_At_Once()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Streams = true });
        stage.Host.Http.OnSocket(MastodonServer.Streaming, _ => { });
        stage.Server.Say("kari", "Early");
        var cursor = (await ReadAsync(stage, Everything, null)).Cursor;

        var reading = ReadAsync(stage, Everything, cursor);
        await stage.Host.SettleAsync();
        await stage.Host.AdvanceAsync(TimeSpan.FromSeconds(3));
        var said = stage.Server.Say("ola", "Now");
        stage.Host.Http.Sockets[^1].Say($$"""{"event":"update","payload":"{\"id\":\"{{said.Id}}\",\"created_at\":\"{{said.At:O}}\"}"}""");

        (await reading).Posts.ShouldHaveSingleItem().Text.ShouldBe("Now");
        stage.Host.Http.Sockets[^1].Request.Address.ShouldEndWith("?stream=public");
    }

    [Fact]
    public async Task Should_Name_The_Gap_Where_A_Server_Lets_Nobody_Read_Back_So_Far()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Software = "snac" });
        stage.Server.Say("kari", "Early");
        var cursor = (await ReadAsync(stage, Everything, null)).Cursor;
        await stage.Host.AdvanceAsync(TimeSpan.FromMinutes(30));
        for (var i = 0; i < 900; i++)
            stage.Server.Say("ola", "Later");

        // A server that gives its newest page, whatever is asked for, and then older ones.
        var newest = stage.Server.Requests.Count;
        stage.Server.IgnoresMinId = true;
        var page = await ReadAsync(stage, Everything, cursor);

        page.Gap.ShouldContain("mastodon.example had said more since the last look");
        page.Posts.Count.ShouldBe(800);
        (stage.Server.Requests.Count - newest).ShouldBe(20);
    }

    private static Task<PublicPostPage> ReadAsync(Stage stage, PublicQuery query, string? cursor) =>
        stage.Network.Search!.ReadAsync(Town.Slocombe, query, cursor, CancellationToken.None);
}
