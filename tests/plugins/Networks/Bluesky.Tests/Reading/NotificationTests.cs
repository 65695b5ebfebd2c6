using System.Net;
using System.Text.Json.Nodes;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests;

public sealed class NotificationTests
{
    [Fact]
    public async Task Should_Tell_Everything_That_Happens_To_A_Profile()
    {
        await using var town = await Town.StartAsync();
        var sent = await town.PublishAsync(town.Post("Our news"));
        var ours = town.Server.Find(sent.RemoteId);
        var reply = await AfterAsync(town, () => town.Server.Say(town.Kari, "Really?", ours));
        var deeper = await AfterAsync(town, () => town.Server.Say(town.Kari, "I mean it", town.Server.Find(reply.Uri)));
        var mention = await AfterAsync(town, () => town.Server.Say(town.Kari, "Ask @slocombe.example"));
        var like = await AfterAsync(town, () => town.Server.Write(town.Kari, Collections.Like, Subject(ours)));
        var repost = await AfterAsync(town, () => town.Server.Write(town.Kari, Collections.Repost, Subject(ours)));
        var quote = await AfterAsync(town, () => town.Server.Write(town.Kari, Collections.Post, Quote(town, ours)));
        var follow = await AfterAsync(town, () => town.Server.Write(town.Kari, Collections.Follow, new JsonObject { ["subject"] = town.Account.Did }));

        var page = await ReadAsync(town, null);

        // What answers an answer is its author's affair, and not told to the profile.
        deeper.Parent.ShouldBe(reply.Uri);
        page.Events.Select(one => (one.Id, one.Kind, one.Post, one.RemoteId)).ShouldBe([
            (reply.Uri, NetworkEventKind.Reply, ours.Uri, reply.Uri),
            (mention.Uri, NetworkEventKind.Mention, null, mention.Uri),
            (like.Uri, NetworkEventKind.Like, ours.Uri, null),
            (repost.Uri, NetworkEventKind.Repost, ours.Uri, null),
            (quote.Uri, NetworkEventKind.Mention, ours.Uri, quote.Uri),
            (follow.Uri, NetworkEventKind.Follow, null, null),
        ]);
        var answer = page.Events[0];
        (answer.Handle, answer.Name, answer.Text, answer.Thread, answer.At).ShouldBe(("kari.example", "The one of kari.example", "Really?", ours.Uri, reply.At));
    }

    [Fact]
    public async Task Should_Tell_Once_What_Turns_Up_Late()
    {
        await using var town = await Town.StartAsync();
        var ours = town.Server.Find((await town.PublishAsync(town.Post("Our news"))).RemoteId);
        await town.Host.AdvanceAsync(TimeSpan.FromMinutes(5));
        town.Server.Say(town.Kari, "On time", ours);
        var first = await ReadAsync(town, null);

        // The server has been slow: what was said a minute before is seen now.
        town.Server.Ahead = TimeSpan.FromMinutes(-1);
        town.Server.Say(town.Kari, "Late", ours);
        var second = await ReadAsync(town, first.Cursor);
        var third = await ReadAsync(town, second.Cursor);

        second.Events.Select(one => one.Text).ShouldBe(["Late"]);
        third.Events.ShouldBeEmpty();
        third.Cursor.ShouldBe(second.Cursor);
    }

    // Its author's clock dates a notification, and not when it came.
    [Theory]
    [InlineData(10, true)]
    [InlineData(5 * 60, true)]
    [InlineData(25 * 60, false)]
    public async Task Should_Hear_What_Says_That_It_Was_Written_Hours_Ago(int minutes, bool isHeard)
    {
        await using var town = await Town.StartAsync();
        var ours = town.Server.Find((await town.PublishAsync(town.Post("Our news"))).RemoteId);
        await town.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        town.Server.Say(town.Kari, "On time", ours);
        var first = await ReadAsync(town, null);
        await town.Host.AdvanceAsync(TimeSpan.FromSeconds(1));

        town.Server.Say(town.Kari, "From the train", ours, TimeSpan.FromMinutes(minutes));
        var second = await ReadAsync(town, first.Cursor);
        var third = await ReadAsync(town, second.Cursor);

        second.Events.Select(one => one.Text).ShouldBe(isHeard ? ["From the train"] : []);
        third.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Pass_Over_What_It_Does_Not_Know_And_Not_Stop_There()
    {
        await using var town = await Town.StartAsync();
        var ours = town.Server.Find((await town.PublishAsync(town.Post("Our news"))).RemoteId);
        town.Server.Say(town.Kari, "Hello", ours);
        town.Server.After = (_, answer) => Said.Json(HttpStatusCode.OK, answer.Content.ReadAsStringAsync().Result.Replace("\"reply\",\"reasonSubject\"", "\"applause\",\"reasonSubject\"", StringComparison.Ordinal));

        var page = await ReadAsync(town, null);

        page.Events.ShouldBeEmpty();
        page.Cursor.ShouldNotBeNull();
        (await ReadAsync(town, page.Cursor)).Cursor.ShouldBe(page.Cursor);
    }

    [Fact]
    public async Task Should_Keep_The_Cursor_And_Say_Why_Where_The_Reading_Server_Is_Gone()
    {
        await using var town = await Town.StartAsync();
        var ours = town.Server.Find((await town.PublishAsync(town.Post("Our news"))).RemoteId);
        var before = await AfterAsync(town, () => town.Server.Say(town.Kari, "Before", ours));
        var cursor = (await ReadAsync(town, null)).Cursor;
        foreach (var place in Enumerable.Range(1, 4))
            await AfterAsync(town, () => town.Server.Say(town.Kari, $"While it is going {place}", ours));

        // The first page comes, and the one behind it does not: what is between is not to be passed over.
        town.Server.Before = (method, request) => method.StartsWith("app.bsky.", StringComparison.Ordinal) && request.Address.Contains("cursor=", StringComparison.Ordinal)
            ? Said.No(HttpStatusCode.BadGateway, "UpstreamFailure", "No service configured")
            : null;

        (await Town.SaysAsync(() => town.PassAsync(ReadAsync(town, cursor)))).ShouldContain("No service configured");
        town.Server.Before = null;

        var after = await ReadAsync(town, cursor);
        after.Events.Select(one => one.Text).ShouldBe(Enumerable.Range(1, 4).Select(place => $"While it is going {place}"));
        after.Events.ShouldNotContain(one => one.Id == before.Uri);
        (await ReadAsync(town, after.Cursor)).Events.ShouldBeEmpty();
    }

    private static Task<NetworkEventPage> ReadAsync(Town town, string? cursor) => town.Network.Listen!.ReadAsync(Town.Slocombe, cursor, CancellationToken.None);

    private static async Task<PretendRecord> AfterAsync(Town town, Func<PretendRecord> happens)
    {
        await town.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        return happens();
    }

    private static JsonObject Subject(PretendRecord post) => new() { ["subject"] = new JsonObject { ["uri"] = post.Uri, ["cid"] = post.Cid } };

    private static JsonObject Quote(Town town, PretendRecord post) => new()
    {
        ["text"] = "As they say",
        ["createdAt"] = AtInstant.Write(town.Host.Clock.GetUtcNow()),
        ["embed"] = new JsonObject { ["record"] = new JsonObject { ["uri"] = post.Uri, ["cid"] = post.Cid } },
    };
}
