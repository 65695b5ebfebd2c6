using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

/// <summary>Streaming rings, and the list tells: a connection that breaks loses nothing and repeats nothing.</summary>
public sealed class StreamingTests
{
    private const string Rings = """{"stream":["user"],"event":"notification","payload":"{\"id\":\"1\"}"}""";

    [Fact]
    public async Task Should_Wait_For_The_Stream_And_Tell_At_Once_When_It_Rings()
    {
        // Given
        await using var stage = await StreamingAsync();
        var (post, cursor) = await BeginAsync(stage);

        // When
        var reading = ReadAsync(stage, cursor);
        await stage.Host.SettleAsync();
        reading.IsCompleted.ShouldBeFalse();
        stage.Server.Say("kari", "Me", post);
        Socket(stage).Say(Rings);
        var page = await reading;

        // Then
        page.Events.ShouldHaveSingleItem().Text.ShouldBe("Me");
        Socket(stage).Request.Address.ShouldBe("wss://streaming.mastodon.example/api/v1/streaming?stream=user");
        Socket(stage).Request.Headers["Authorization"].ShouldBe($"Bearer {stage.Server.Tokens.Single()}");
        Socket(stage).Request.Headers["User-Agent"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Should_Come_Back_With_Nothing_When_Nothing_Rings()
    {
        await using var stage = await StreamingAsync();
        var (_, cursor) = await BeginAsync(stage);
        var reading = ReadAsync(stage, cursor);
        Socket(stage).Say("""{"event":"update","payload":"{}"}""");
        Socket(stage).Say("thump");
        Socket(stage).Say("""{"event":"del""");

        var page = await stage.PassingAsync(reading, TimeSpan.FromSeconds(30));

        (page.Events.Count, page.Cursor).ShouldBe((0, cursor));
        stage.Host.Http.Sockets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Tell_What_Was_Taken_Back_Until_A_Reader_Has_It()
    {
        // Given
        await using var stage = await StreamingAsync();
        var post = stage.Server.Say("slocombe", "Which one?");
        var reply = stage.Server.Say("kari", "Me", post);
        var cursor = (await ReadAsync(stage, null)).Cursor;

        // When
        Socket(stage).Say("""{"event":"delete","payload":"999999"}""");
        Socket(stage).Say($$"""{"event":"delete","payload":"{{reply.Id}}"}""");
        var page = await ReadAsync(stage, cursor);
        var again = await ReadAsync(stage, cursor);

        // Then
        var taken = page.Events.ShouldHaveSingleItem();
        (taken.Kind, taken.RemoteId, taken.Handle).ShouldBe((NetworkEventKind.Deletion, reply.Id, "kari@mastodon.example"));
        again.Events.ShouldBe(page.Events);
        var after = await stage.PassingAsync(ReadAsync(stage, page.Cursor), TimeSpan.FromSeconds(30));
        (after.Events.Count, after.Cursor).ShouldBe((0, page.Cursor));
    }

    [Fact]
    public async Task Should_Know_Who_Said_What_Is_Taken_Back_After_It_Was_Started_Anew()
    {
        await using var stage = await StreamingAsync();
        var post = stage.Server.Say("slocombe", "Which one?");
        var reply = stage.Server.Say("kari", "Me", post);
        var cursor = (await ReadAsync(stage, null)).Cursor;
        var other = (await stage.AgainAsync(playsSockets: true)).Listen!;

        var reading = other.ReadAsync(Town.Slocombe, cursor, CancellationToken.None);
        await stage.LastOther.SettleAsync();
        stage.LastOther.Http.Sockets[^1].Say($$"""{"event":"delete","payload":"{{reply.Id}}"}""");

        (await reading).Events.ShouldHaveSingleItem().Handle.ShouldBe("kari@mastodon.example");
    }

    [Fact]
    public async Task Should_Read_The_Gap_When_The_Connection_Broke_And_Open_It_Again_Later()
    {
        // Given
        await using var stage = await StreamingAsync();
        var (post, cursor) = await BeginAsync(stage);
        Socket(stage).Break("the network went away");
        var nothing = await ReadAsync(stage, cursor);
        stage.Server.Say("kari", "Meanwhile", post);

        // When
        var gap = await ReadAsync(stage, nothing.Cursor);
        await stage.Host.AdvanceAsync(TimeSpan.FromSeconds(11));
        var reading = ReadAsync(stage, gap.Cursor);
        await stage.Host.SettleAsync();
        stage.Server.Say("ola", "Afterwards", post);
        Socket(stage).Say(Rings);

        // Then
        gap.Events.ShouldHaveSingleItem().Text.ShouldBe("Meanwhile");
        (await reading).Events.ShouldHaveSingleItem().Text.ShouldBe("Afterwards");
        stage.Host.Http.Sockets.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData((HttpStatusCode)418)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Should_Fall_Back_To_The_List_When_No_Socket_Is_Opened_And_Try_Seldomer(HttpStatusCode status)
    {
        // Given
        await using var stage = await StreamingAsync();
        stage.Host.Http.RefuseSocket(MastodonServer.Streaming, status);
        var (post, cursor) = await BeginAsync(stage);

        // When
        for (var i = 0; i < 60; i++)
        {
            await ReadAsync(stage, cursor);
            await stage.Host.AdvanceAsync(TimeSpan.FromSeconds(10));
        }

        stage.Server.Say("kari", "Me", post);
        var page = await ReadAsync(stage, cursor);

        // Then
        page.Events.ShouldHaveSingleItem().Text.ShouldBe("Me");
        var tries = stage.Host.Http.Requests.Count(request => request.Address.StartsWith(MastodonServer.Streaming, StringComparison.Ordinal));
        tries.ShouldBeInRange(5, 8);
        var streaming = (await stage.Network.Login!.LookOverAsync(Town.Slocombe, CancellationToken.None)).Single(finding => finding.What == "streaming");
        streaming.Stands.ShouldContain($"answered {(int)status}");
    }

    private static async Task<Stage> StreamingAsync()
    {
        var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Streams = true });
        stage.Host.Http.OnSocket(MastodonServer.Streaming, _ => { });
        return stage;
    }

    private static async Task<(StandInStatus Post, string? Cursor)> BeginAsync(Stage stage)
    {
        var post = stage.Server.Say("slocombe", "Which one?");
        stage.Server.Say("per", "First", post);
        return (post, (await ReadAsync(stage, null)).Cursor);
    }

    private static TestSocket Socket(Stage stage) => stage.Host.Http.Sockets[^1];

    private static Task<NetworkEventPage> ReadAsync(Stage stage, string? cursor) => stage.Network.Listen!.ReadAsync(Town.Slocombe, cursor, CancellationToken.None);
}
