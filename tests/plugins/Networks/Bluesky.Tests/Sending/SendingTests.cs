using System.Text.Json.Nodes;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests;

public sealed class SendingTests
{
    [Fact]
    public async Task Should_Say_When_It_Was_Planned_And_In_Which_Language()
    {
        await using var town = await Town.StartAsync();

        var sent = await town.PublishAsync(town.Post("Hello"));

        var post = town.Server.Posts.ShouldHaveSingleItem();
        sent.RemoteId.ShouldBe(post.Uri);
        sent.Link.ShouldBe($"https://bsky.app/profile/{town.Account.Did}/post/{post.Name}");
        post.Value["createdAt"]!.GetValue<string>().ShouldBe("2026-03-02T09:00:00.000Z");
        post.Value["langs"]!.ToJsonString().ShouldBe("""["en"]""");
    }

    [Theory]
    [InlineData("english")]
    [InlineData("")]
    [InlineData("DE")]
    public async Task Should_State_No_Language_That_The_Network_Would_Refuse(string language)
    {
        await using var town = await Town.StartAsync();

        await town.PublishAsync(town.Post("Hello") with { Language = language });

        town.Server.Posts[0].Value["langs"].ShouldBeNull();
    }

    [Fact]
    public async Task Should_Mention_Whom_The_Network_Knows_And_Leave_Others_As_Text()
    {
        await using var town = await Town.StartAsync();

        await town.PublishAsync(town.Post("Für @kari.example und @nobody.example, siehe https://example.com/a/long/path/to/it #open"));

        var post = town.Server.Posts[0];
        post.Text.ShouldBe("Für @kari.example und @nobody.example, siehe example.com/a/long/path/… #open");
        var facets = post.Value["facets"]!.AsArray().Select(facet => facet!.ToJsonString()).ToList();
        facets.ShouldBe([
            $$"""{"index":{"byteStart":5,"byteEnd":18},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"{{town.Kari.Did}}"}]}""",
            """{"index":{"byteStart":46,"byteEnd":73},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://example.com/a/long/path/to/it"}]}""",
            """{"index":{"byteStart":74,"byteEnd":79},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"open"}]}""",
        ]);
    }

    [Fact]
    public async Task Should_Show_Pictures_With_What_Is_To_Be_Seen()
    {
        await using var town = await Town.StartAsync();

        await town.PublishAsync(town.Post("Look") with { Media = [Picture("a", "A lighthouse"), Picture("b", "") with { Width = null }] });

        var embed = town.Server.Posts[0].Value["embed"]!;
        embed["$type"]!.GetValue<string>().ShouldBe("app.bsky.embed.images");
        var images = embed["images"]!.AsArray();
        images.Select(image => image!["alt"]!.GetValue<string>()).ShouldBe(["A lighthouse", ""]);
        images[0]!["aspectRatio"]!.ToJsonString().ShouldBe("""{"width":640,"height":480}""");
        images[1]!["aspectRatio"].ShouldBeNull();
        images[0]!["image"]!["mimeType"]!.GetValue<string>().ShouldBe("image/png");
    }

    [Fact]
    public async Task Should_Show_A_Film_Alone()
    {
        await using var town = await Town.StartAsync();

        await town.PublishAsync(town.Post("Look") with { Media = [Picture("a", "Waves") with { ContentType = "video/mp4" }] });

        var embed = town.Server.Posts[0].Value["embed"]!;
        embed["$type"]!.GetValue<string>().ShouldBe("app.bsky.embed.video");
        embed["alt"]!.GetValue<string>().ShouldBe("Waves");
        embed["video"]!["mimeType"]!.GetValue<string>().ShouldBe("video/mp4");
    }

    [Fact]
    public async Task Should_Put_A_Card_Below_A_Post()
    {
        await using var town = await Town.StartAsync();

        await town.PublishAsync(town.Post("Read") with { Extras = new PostExtras { Card = new LinkCard { Address = "https://example.com/", Title = "An example", Description = "Of a page" } } });

        town.Server.Posts[0].Value["embed"]!.ToJsonString()
            .ShouldBe("""{"$type":"app.bsky.embed.external","external":{"uri":"https://example.com/","title":"An example","description":"Of a page"}}""");
    }

    [Fact]
    public async Task Should_Quote_A_Post_Also_With_A_Picture()
    {
        await using var town = await Town.StartAsync();
        var quoted = town.Server.Say(town.Kari, "Worth quoting");

        await town.PublishAsync(town.Post("So true") with { Extras = new PostExtras { Quotes = quoted.Uri } });
        await town.PublishAsync(town.Post("So very true") with { Extras = new PostExtras { Quotes = quoted.Uri }, Media = [Picture("a", "")] });

        var reference = new JsonObject { ["uri"] = quoted.Uri, ["cid"] = quoted.Cid }.ToJsonString();
        town.Server.Posts[1].Value["embed"]!["record"]!.ToJsonString().ShouldBe(reference);
        var both = town.Server.Posts[2].Value["embed"]!;
        both["$type"]!.GetValue<string>().ShouldBe("app.bsky.embed.recordWithMedia");
        both["record"]!["record"]!.ToJsonString().ShouldBe(reference);
        both["media"]!["$type"]!.GetValue<string>().ShouldBe("app.bsky.embed.images");
    }

    [Fact]
    public async Task Should_Answer_In_The_Thread_That_It_Belongs_To()
    {
        await using var town = await Town.StartAsync();
        var first = town.Server.Say(town.Kari, "Is anybody there?");
        var second = town.Server.Say(town.Kari, "Hello?", first);

        await town.PublishAsync(town.Post("Here we are") with { InReplyTo = second.Uri });

        var reply = town.Server.Posts[2].Value["reply"]!;
        reply["root"]!.ToJsonString().ShouldBe(new JsonObject { ["uri"] = first.Uri, ["cid"] = first.Cid }.ToJsonString());
        reply["parent"]!.ToJsonString().ShouldBe(new JsonObject { ["uri"] = second.Uri, ["cid"] = second.Cid }.ToJsonString());
    }

    [Fact]
    public async Task Should_Refuse_To_Answer_What_Is_Gone()
    {
        await using var town = await Town.StartAsync();
        var gone = town.Server.Say(town.Kari, "Wrong button");
        town.Server.Remove(gone.Uri);

        var result = await town.SendAsync(town.Post("What?") with { InReplyTo = gone.Uri });

        result.ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain("is not there");
        town.Server.Posts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "nothing is said")]
    [InlineData("a nul \0", "takes in no post")]
    public async Task Should_Refuse_What_No_Server_Takes_Before_Anything_Leaves(string text, string reason)
    {
        await using var town = await Town.StartAsync();

        (await town.SendAsync(town.Post(text))).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain(reason);

        town.Server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_Half_A_Character()
    {
        await using var town = await Town.StartAsync();

        (await town.SendAsync(town.Post($"half a {'\ud83d'}"))).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain("surrogate");
    }

    [Fact]
    public async Task Should_Refuse_Pictures_And_A_Card_Together_Rather_Than_Leave_One_Out()
    {
        await using var town = await Town.StartAsync();
        var card = new PostExtras { Card = new LinkCard { Address = "https://example.com/", Title = "An example" } };

        (await town.SendAsync(town.Post("Both") with { Media = [Picture("a", "")], Extras = card })).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain("leave one of them out");
    }

    [Fact]
    public async Task Should_Find_Its_Post_Where_Its_Place_Is_Taken_By_Other_Bytes()
    {
        await using var town = await Town.StartAsync();
        var (post, key) = (town.Post("Hello @kari.example"), town.Key());
        var first = (await town.SendAsync(post, key)).ShouldBeOfType<Sent>();

        // The mention leads nowhere by now, so the bytes are others.
        town.Kari.Handle = "renamed.example";
        var again = await town.SendAsync(post, key);

        again.ShouldBeOfType<Sent>().RemoteId.ShouldBe(first.RemoteId);
        town.Server.Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Say_How_Much_May_Still_Be_Sent()
    {
        await using var town = await Town.StartAsync();
        town.Server.After = (_, answer) => answer.With("RateLimit-Remaining", "4997").With("RateLimit-Reset", "1772445600").With("RateLimit-Policy", "5000;w=3600");

        var limit = (await town.PublishAsync(town.Post("Hello"))).RateLimit.ShouldNotBeNull();

        limit.Remaining.ShouldBe(4997 / 3);
        limit.ResetsAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1772445600));
    }

    internal static OutgoingMedium Picture(string bytes, string alt) => new()
    {
        Name = $"{bytes}.png",
        ContentType = "image/png",
        Alt = alt,
        Width = 640,
        Height = 480,
        Bytes = System.Text.Encoding.UTF8.GetBytes(bytes),
    };
}
