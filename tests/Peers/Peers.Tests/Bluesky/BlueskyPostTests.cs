using System.Text.Json.Nodes;
using PluginHost.Campaigns;

namespace PluginHost.Peers.Tests;

/// <summary>Posts on a real PDS: what it takes, what it makes of repeats, and what it calls their content.</summary>
public sealed class BlueskyPostTests
{
    // One pixel.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Should_Publish_Text_With_All_That_Can_Be_Followed()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        var kari = await town.Pds.OpenAsync("kari");

        var sent = await town.PublishAsync(town.Post($"Für @{kari.Handle} und @nobody.test 👩‍👩‍👧: https://example.com/a/long/path/to/it #open مرحبا"));

        var record = (await town.Pds.ReadAsync(sent.RemoteId))["value"]!;
        $"{record["text"]}".ShouldBe($"Für @{kari.Handle} und @nobody.test 👩‍👩‍👧: example.com/a/long/path/… #open مرحبا");
        var features = record["facets"]!.AsArray().Select(facet => facet!["features"]![0]!).ToList();
        features.Select(feature => $"{feature["did"] ?? feature["uri"] ?? feature["tag"]}").ShouldBe([kari.Did, "https://example.com/a/long/path/to/it", "open"]);
        record["langs"]!.ToJsonString().ShouldBe("""["en"]""");
    }

    [Fact]
    public async Task Should_Publish_Pictures_A_Card_A_Quote_And_An_Answer()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        var question = await town.Pds.SayAsync(await town.Pds.OpenAsync("kari"), "Can you show us?");
        var picture = new OutgoingMedium { Name = "dot.png", ContentType = "image/png", Alt = "A dot", Width = 1, Height = 1, Bytes = Png };

        var shown = await town.PublishAsync(town.Post("Here") with { InReplyTo = question, Media = [picture, picture with { Alt = "" }] });
        var card = await town.PublishAsync(town.Post("Read") with { Extras = new PostExtras { Card = new LinkCard { Address = "https://example.com/", Title = "An example" } } });
        var quote = await town.PublishAsync(town.Post("So true") with { Extras = new PostExtras { Quotes = question }, Media = [picture] });

        var answer = (await town.Pds.ReadAsync(shown.RemoteId))["value"]!;
        $"{answer["reply"]!["parent"]!["uri"]}".ShouldBe(question);
        answer["embed"]!["images"]!.AsArray().Count.ShouldBe(2);
        $"{answer["embed"]!["images"]![0]!["alt"]}".ShouldBe("A dot");
        $"{(await town.Pds.ReadAsync(card.RemoteId))["value"]!["embed"]!["external"]!["title"]}".ShouldBe("An example");
        $"{(await town.Pds.ReadAsync(quote.RemoteId))["value"]!["embed"]!["record"]!["record"]!["uri"]}".ShouldBe(question);
    }

    [Fact]
    public async Task Should_Publish_A_Film()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        byte[] film = [0, 0, 0, 24, .. "ftypmp42\0\0\0\0mp42isom"u8, .. new byte[1_000]];

        var sent = await town.PublishAsync(town.Post("Waves") with { Media = [new OutgoingMedium { Name = "waves.mp4", ContentType = "video/mp4", Alt = "Waves", Width = 16, Height = 9, Bytes = film }] });

        var embed = (await town.Pds.ReadAsync(sent.RemoteId))["value"]!["embed"]!;
        ($"{embed["$type"]}", $"{embed["video"]!["mimeType"]}", $"{embed["video"]!["size"]}").ShouldBe(("app.bsky.embed.video", "video/mp4", $"{film.Length}"));
    }

    [Fact]
    public async Task Should_Write_Nothing_Where_The_Same_Is_Sent_Again()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        var (post, key) = (town.Post("Once"), town.Key());
        var first = (await town.SendAsync(post, key)).ShouldBeOfType<Sent>();
        var version = await town.Pds.VersionAsync(town.Account);
        var (process, network) = await town.AgainAsync();
        await using var other = process;

        var again = (await network.SendAsync(post, key, CancellationToken.None)).ShouldBeOfType<Sent>();

        again.RemoteId.ShouldBe(first.RemoteId);
        (await town.Pds.VersionAsync(town.Account)).ShouldBe(version);
    }

    [Fact]
    public async Task Should_Publish_Nothing_Else_Where_The_Place_Is_Taken()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        var (post, key) = (town.Post("Once"), town.Key());
        var sent = (await town.SendAsync(post, key)).ShouldBeOfType<Sent>();

        (await town.SendAsync(post with { Text = "Twice" }, key)).ShouldBeOfType<RefusedByNetwork>();

        $"{(await town.Pds.ReadAsync(sent.RemoteId))["value"]!["text"]}".ShouldBe("Once");
    }

    [Fact]
    public async Task Should_Write_A_Thread_At_Once_With_The_Names_That_The_Server_Gives_Its_Content()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        var thread = Thread(town, 5);

        var sent = await town.PublishAsync(thread);

        List<string> uris = [sent.RemoteId, .. sent.Rest.Select(part => part.RemoteId)];
        var records = new List<JsonNode>();
        foreach (var uri in uris)
            records.Add(await town.Pds.ReadAsync(uri));

        for (var place = 1; place < records.Count; place++)
        {
            var reply = records[place]["value"]!["reply"]!;
            $"{reply["parent"]!["cid"]}".ShouldBe($"{records[place - 1]["cid"]}");
            $"{reply["root"]!["cid"]}".ShouldBe($"{records[0]["cid"]}");
            $"{reply["parent"]!["uri"]}".ShouldBe(uris[place - 1]);
        }
    }

    [Fact]
    public async Task Should_Write_Nothing_Where_A_Part_Or_The_Whole_Thread_Is_Sent_Again()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        var (thread, key) = (Thread(town, 3), town.Key());
        var sent = (await town.SendAsync(thread, key)).ShouldBeOfType<Sent>();
        var version = await town.Pds.VersionAsync(town.Account);

        var part = await town.SendAsync(thread.Rest[1].Post with { InReplyTo = sent.Rest[0].RemoteId, ThreadRoot = sent.RemoteId }, thread.Rest[1].Key);
        var whole = await town.SendAsync(thread, key);
        var repeated = await town.SendAsync(thread, key with { Attempt = 2 });

        part.ShouldBeOfType<Sent>().RemoteId.ShouldBe(sent.Rest[1].RemoteId);
        whole.ShouldBeOfType<Sent>($"{whole}").Rest.Count.ShouldBe(2);
        repeated.ShouldBeOfType<Sent>().Rest.Count.ShouldBe(2);
        (await town.Pds.VersionAsync(town.Account)).ShouldBe(version);
    }

    [Fact]
    public async Task Should_Write_As_Many_Parts_As_A_Server_Takes()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);

        (await town.PublishAsync(Thread(town, 200))).Rest.Count.ShouldBe(199);

        (await town.Pds.AllAsync(town.Account, "app.bsky.feed.post")).Count.ShouldBe(200);
    }

    [Fact]
    public async Task Should_Say_What_To_Do_With_A_Picture_That_Is_Too_Large_For_It()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        var large = new OutgoingMedium { Name = "large.png", ContentType = "image/png", Bytes = new byte[6_000_000] };

        (await town.SendAsync(town.Post("Look") with { Media = [large] })).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain("make it smaller");

        (await town.Pds.AllAsync(town.Account, "app.bsky.feed.post")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Find_What_It_Sent_And_Nothing_Else()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        var (post, key) = (town.Post("Find me"), town.Key());
        var lookUp = town.Network.LookUp!;

        (await lookUp.FindAsync(post, key, post.PlannedAt, CancellationToken.None)).ShouldBeOfType<NotThere>();
        var sent = (await town.SendAsync(post, key)).ShouldBeOfType<Sent>();

        (await lookUp.FindAsync(post, key, post.PlannedAt, CancellationToken.None)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(sent.RemoteId);
        (await lookUp.FindAsync(post with { Text = "Find another" }, key, post.PlannedAt, CancellationToken.None)).ShouldBeOfType<NotThere>();
    }

    private static Outgoing Thread(BlueskyTown town, int parts) => town.Post("Part 1 of a thread, with https://example.com/and/a/long/link") with
    {
        Rest = [.. Enumerable.Range(2, parts - 1).Select(part => new OutgoingPart { Post = town.Post($"Part {part} æøå 🎉"), Key = new SendKey { Value = $"part-{part}", Attempt = 1 } })],
    };
}
