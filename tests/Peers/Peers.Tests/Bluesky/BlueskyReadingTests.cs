using System.Text.Json.Nodes;
using PluginHost.Campaigns;

namespace PluginHost.Peers.Tests;

/// <summary>What a real AppView tells, some seconds after it was written.</summary>
public sealed class BlueskyReadingTests
{
    [Fact]
    public async Task Should_Tell_Everything_That_Happens_To_A_Profile_Once()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView);
        var kari = await town.Pds.OpenAsync("kari");
        var post = (await town.PublishAsync(town.Post("Our news"))).RemoteId;
        var subject = new JsonObject { ["uri"] = post, ["cid"] = $"{(await town.Pds.ReadAsync(post))["cid"]}" };
        var reply = await town.Pds.SayAsync(kari, "Really?", post);
        var mention = await town.Pds.WriteAsync(kari, "app.bsky.feed.post", new JsonObject
        {
            ["text"] = "Ask them",
            ["facets"] = JsonNode.Parse($$"""[{"index":{"byteStart":0,"byteEnd":8},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"{{town.Account.Did}}"}]}]"""),
        });
        var quote = await town.Pds.WriteAsync(kari, "app.bsky.feed.post", new JsonObject
        {
            ["text"] = "As they say",
            ["embed"] = new JsonObject { ["$type"] = "app.bsky.embed.record", ["record"] = subject.DeepClone() },
        });
        await town.Pds.WriteAsync(kari, "app.bsky.feed.like", new JsonObject { ["subject"] = subject.DeepClone() });
        await town.Pds.WriteAsync(kari, "app.bsky.feed.repost", new JsonObject { ["subject"] = subject.DeepClone() });
        await town.Pds.WriteAsync(kari, "app.bsky.graph.follow", new JsonObject { ["subject"] = town.Account.Did });

        var heard = new List<NetworkEvent>();
        string? cursor = null;
        await Pds.UntilAsync(
            async () =>
            {
                var page = await town.Network.Listen!.ReadAsync(town.Profile, cursor, CancellationToken.None);
                heard.AddRange(page.Events);
                cursor = page.Cursor;
                return heard.Count;
            },
            count => count >= 6);

        heard.Select(one => (one.Kind, one.Post)).ShouldBe(
            [
                (NetworkEventKind.Reply, post), (NetworkEventKind.Mention, null), (NetworkEventKind.Mention, post),
                (NetworkEventKind.Like, post), (NetworkEventKind.Repost, post), (NetworkEventKind.Follow, null),
            ],
            ignoreOrder: true);
        heard.Select(one => one.Id).Distinct().Count().ShouldBe(6);
        heard.ShouldAllBe(one => one.Handle == kari.Handle);
        var answer = heard.Single(one => one.Kind == NetworkEventKind.Reply);
        (answer.RemoteId, answer.Text, answer.Thread).ShouldBe((reply, "Really?", post));
        heard.Single(one => one.RemoteId == $"{mention["uri"]}").Post.ShouldBeNull();
        heard.Single(one => one.RemoteId == $"{quote["uri"]}").Post.ShouldBe(post);
    }

    [Fact]
    public async Task Should_Answer_A_Question_In_Its_Thread()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView);
        var kari = await town.Pds.OpenAsync("kari");
        var post = (await town.PublishAsync(town.Post("Ask us"))).RemoteId;
        await town.Pds.SayAsync(kari, "When do you open?", post);
        var page = await Pds.UntilAsync(() => town.Network.Listen!.ReadAsync(town.Profile, null, CancellationToken.None), read => read.Events.Count > 0);

        var answer = await town.PublishAsync(town.Post("At nine") with { InReplyTo = page.Events[0].RemoteId });

        var reply = (await town.Pds.ReadAsync(answer.RemoteId))["value"]!["reply"]!;
        ($"{reply["root"]!["uri"]}", $"{reply["parent"]!["uri"]}").ShouldBe((post, page.Events[0].RemoteId!));
        var thread = await Pds.UntilAsync(
            () => town.Pds.GetAsync(kari.Token, $"app.bsky.feed.getPostThread?uri={Uri.EscapeDataString(post)}"),
            seen => seen["thread"]!["replies"]?[0]?["replies"]?.AsArray().Count > 0);
        $"{thread["thread"]!["replies"]![0]!["replies"]![0]!["post"]!["record"]!["text"]}".ShouldBe("At nine");
    }

    [Fact]
    public async Task Should_Tell_Who_People_Are_Who_Follows_And_Who_Passed_A_Post_On()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView);
        var (kari, ola) = (await town.Pds.OpenAsync("kari"), await town.Pds.OpenAsync("ola"));
        var post = (await town.PublishAsync(town.Post("Pass it on"))).RemoteId;
        foreach (var person in new[] { kari, ola })
        {
            await town.Pds.WriteAsync(person, "app.bsky.graph.follow", new JsonObject { ["subject"] = town.Account.Did });
            await town.Pds.WriteAsync(person, "app.bsky.feed.repost", new JsonObject { ["subject"] = new JsonObject { ["uri"] = post, ["cid"] = $"{(await town.Pds.ReadAsync(post))["cid"]}" } });
        }

        var people = town.Network.People!;
        (await Pds.UntilAsync(() => people.FollowersAsync(town.Profile, CancellationToken.None), all => all.Count == 2)).ShouldBe([kari.Handle, ola.Handle], ignoreOrder: true);
        (await Pds.UntilAsync(() => people.RepostersAsync(town.Profile, post, CancellationToken.None), all => all?.Count == 2)).ShouldNotBeNull().ShouldBe([kari.Handle, ola.Handle], ignoreOrder: true);
        (await people.FindManyAsync(town.Profile, [kari.Handle, "nobody-at-all.test", ola.Handle], CancellationToken.None)).Select(person => person.Id).ShouldBe([kari.Did, ola.Did], ignoreOrder: true);
        (await people.FindAsync(town.Profile, town.Account.Handle, CancellationToken.None)).ShouldNotBeNull().Followers.ShouldBe(2);
        (await people.FindAsync(town.Profile, "nobody-at-all.test", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Like_Repost_And_Follow_Once()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView);
        var kari = await town.Pds.OpenAsync("kari");
        var post = await town.Pds.SayAsync(kari, "Worth it");
        var reactions = town.Network.Reactions!;

        for (var time = 0; time < 2; time++)
        {
            await reactions.LikeAsync(town.Profile, post, CancellationToken.None);
            await reactions.RepostAsync(town.Profile, post, CancellationToken.None);
            await reactions.FollowAsync(town.Profile, kari.Handle, CancellationToken.None);
            await town.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        foreach (var collection in new[] { "app.bsky.feed.like", "app.bsky.feed.repost", "app.bsky.graph.follow" })
            (await town.Pds.AllAsync(town.Account, collection)).Count.ShouldBe(1, collection);

        var seen = await Pds.UntilAsync(
            () => town.Pds.GetAsync(kari.Token, $"app.bsky.feed.getPosts?uris={Uri.EscapeDataString(post)}"), posts => $"{posts["posts"]?[0]?["likeCount"]}" == "1");
        ($"{seen["posts"]![0]!["likeCount"]}", $"{seen["posts"]![0]!["repostCount"]}").ShouldBe(("1", "1"));
    }

    [Fact]
    public async Task Should_Keep_Lists()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView);
        var (kari, ola) = (await town.Pds.OpenAsync("kari"), await town.Pds.OpenAsync("ola"));
        var lists = town.Network.Lists!;

        foreach (var handle in new[] { kari.Handle, ola.Handle, kari.Handle })
            await lists.AddAsync(town.Profile, "Press æøå", handle, CancellationToken.None);

        (await lists.NamesAsync(town.Profile, CancellationToken.None)).ShouldBe(["Press æøå"]);
        (await Pds.UntilAsync(() => lists.MembersAsync(town.Profile, "Press æøå", CancellationToken.None), all => all.Contains(ola.Handle) && all.Contains(kari.Handle)))
            .ShouldBe([kari.Handle, ola.Handle], ignoreOrder: true);
        (await town.Pds.AllAsync(town.Account, "app.bsky.graph.listitem")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Find_What_Is_Said_In_Public()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView);
        var kari = await town.Pds.OpenAsync("kari");
        var word = $"w{Guid.NewGuid():n}";
        var first = await town.Pds.SayAsync(kari, $"first {word}");
        var page = await Pds.UntilAsync(() => SearchAsync(null), read => read.Posts.Count > 0);
        var second = await town.Pds.SayAsync(kari, $"second {word}");
        var next = await Pds.UntilAsync(() => SearchAsync(page.Cursor), read => read.Posts.Count > 0);

        page.Posts.ShouldHaveSingleItem().RemoteId.ShouldBe(first);
        next.Posts.ShouldHaveSingleItem().RemoteId.ShouldBe(second);
        (await SearchAsync(next.Cursor)).Cursor.ShouldBe(next.Cursor);

        Task<PublicPostPage> SearchAsync(string? cursor) => town.Network.Search!.ReadAsync(town.Profile, new PublicQuery { AnyOf = [word] }, cursor, CancellationToken.None);
    }
}
