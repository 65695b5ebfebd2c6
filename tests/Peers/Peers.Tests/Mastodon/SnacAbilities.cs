using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>All that the plugin can and a real snac does, in earnest: over the host's own connections, on the machine's clock.</summary>
public abstract class SnacAbilities(string version)
{
    private static readonly byte[] Dot = Convert.FromHexString(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");

    private bool IsNewer => version == "2.96";

    [Fact]
    public async Task Should_Log_In_By_A_Code_And_Look_Well()
    {
        // Given
        await using var stage = await SnacStage.LoggedOutAsync(version);
        stage.Host.Answers.Choice("", SnacServer.Elsewhere);
        stage.Host.Answers.Escape("");
        await Should.ThrowAsync<PluginHostException>(stage.Network.Login!.LogInAsync(stage.Alice, CancellationToken.None));
        var question = stage.Host.Answers.Asked[^1];
        var page = new Uri(question.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)));

        // When
        stage.Host.Answers.Choice("", SnacServer.Elsewhere);
        stage.Host.Answers.Secret("", stage.Server.Allow("alice", page).AbsolutePath["code:".Length..]);
        var who = await stage.Network.Login!.LogInAsync(stage.Alice, CancellationToken.None);

        // Then
        who.ShouldBe($"alice@{stage.Server.Authority} (on {stage.Server.Authority}, may read and write)");
        (await stage.Network.Login!.CheckAsync(stage.Alice, CancellationToken.None)).ShouldBeNull();
        var findings = await stage.Network.Login!.LookOverAsync(stage.Alice, CancellationToken.None);
        findings.ShouldAllBe(finding => finding.Advice.Length == 0);
        findings[0].Stands.ShouldContain($"snac {version}");
        findings.Single(finding => finding.What == "keys").Stands.ShouldContain("its own list is looked at");
    }

    [Fact]
    public async Task Should_Refuse_Another_Person_And_A_Login_That_Was_Revoked()
    {
        await using var stage = await SnacStage.LoggedOutAsync(version);
        (await Should.ThrowAsync<PluginHostException>(stage.LogInAsAsync("bob"))).Message.ShouldContain($"you are bob@{stage.Server.Authority}");
        stage.Host.Secrets.Names.ShouldNotContain("token/@alice");

        await stage.LogInAsAsync("alice");
        var secret = stage.Host.Secrets.Find("token/@alice")!;
        await stage.Network.Login!.LogOutAsync(stage.Alice, CancellationToken.None);
        stage.Host.Secrets.Keep("token/@alice", secret);

        (await stage.Network.SendAsync(stage.Post("Never"), new SendKey { Value = "revoked", Attempt = 1 }, CancellationToken.None))
            .ShouldBeOfType<TryLater>().Reason.ShouldContain("Log in again");
        (await stage.Network.Login!.CheckAsync(stage.Alice, CancellationToken.None))!.ShouldContain("Log in again");
    }

    [Fact]
    public async Task Should_Publish_A_Thread_With_All_That_Goes_With_It()
    {
        // Given
        await using var stage = await SnacStage.LoggedInAsync(version);
        var picture = new OutgoingMedium { Name = "dot.png", ContentType = "image/png", Alt = "A dot", Bytes = Dot };

        // When
        var first = await stage.SendAsync(stage.Post("Look at this #dot, R&D <b>: https://slocombe.example/ü?a=1&b=2") with
        {
            Media = [picture],
            Extras = new PostExtras { Warning = "A dot", Visibility = PostVisibility.Unlisted },
        });
        var second = await stage.SendAsync(stage.Post("And more of it") with { InReplyTo = first.RemoteId, ThreadRoot = first.RemoteId });

        // Then
        var said = (await stage.Server.SaidByAliceAsync()).ToDictionary(SnacServer.IdOf);
        var (one, two) = (said[first.RemoteId], said[second.RemoteId]);
        one.GetProperty("spoiler_text").GetString().ShouldBe("A dot");
        one.GetProperty("language").GetString().ShouldBe("en");
        one.GetProperty("visibility").GetString().ShouldBe(IsNewer ? "unlisted" : "public");
        one.GetProperty("media_attachments")[0].GetProperty("description").GetString().ShouldBe("A dot");
        two.GetProperty("in_reply_to_id").GetString().ShouldBe(first.RemoteId);
        first.Link!.ShouldStartWith(stage.Server.Address);
    }

    [Fact]
    public async Task Should_Publish_A_Poll()
    {
        await using var stage = await SnacStage.LoggedInAsync(version);

        var sent = await stage.SendAsync(stage.Post("Which one?") with { Extras = new PostExtras { Poll = new Poll { Options = ["Mint", "Tea"], Lasts = TimeSpan.FromHours(1) } } });

        var poll = (await stage.Server.AskAsync("alice", HttpMethod.Get, $"/api/v1/statuses/{sent.RemoteId}")).GetProperty("poll");
        if (IsNewer)
            poll.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("title").GetString()).ShouldBe(["Mint", "Tea"]);
    }

    [Theory]
    [InlineData(PostVisibility.Public, true)]
    [InlineData(PostVisibility.Unlisted, true)]
    [InlineData(PostVisibility.Followers, false)]
    [InlineData(PostVisibility.Mentioned, false)]
    public async Task Should_Find_What_It_Sent_Or_Say_That_The_Server_Does_Not_Show_It(PostVisibility visibility, bool isShown)
    {
        await using var stage = await SnacStage.LoggedInAsync(version);
        var since = TimeProvider.System.GetUtcNow();
        var post = stage.Post($"Doubtful *{visibility}* R&D <b> ~~x~~ {Guid.CreateVersion7():N} https://slocombe.example/ü?a=1&b=2#c") with { Extras = new PostExtras { Visibility = visibility } };
        var sent = await stage.SendAsync(post);

        var told = await stage.Network.LookUp!.FindAsync(post, new SendKey { Value = "any", Attempt = 1 }, since, CancellationToken.None);

        if (isShown)
            told.ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(sent.RemoteId);
        else
            told.ShouldBeOfType<CannotTell>();
    }

    [Fact]
    public async Task Should_Hear_Of_Answers_Follows_Likes_And_Reposts()
    {
        // Given
        await using var stage = await SnacStage.LoggedInAsync(version);
        var listen = stage.Network.Listen!;
        string? cursor = null;
        for (var page = await listen.ReadAsync(stage.Alice, cursor, CancellationToken.None); page.Events.Count > 0; page = await listen.ReadAsync(stage.Alice, cursor, CancellationToken.None))
            cursor = page.Cursor;

        var sent = await stage.SendAsync(stage.Post("Who answers?"));

        // When
        await stage.Server.SayAsync("bob", "@alice I do & how", sent.RemoteId);
        var expected = new List<NetworkEventKind> { NetworkEventKind.Reply };
        if (IsNewer)
        {
            await stage.Server.AskAsync("bob", HttpMethod.Post, $"/api/v1/statuses/{sent.RemoteId}/favourite", []);
            await stage.Server.AskAsync("bob", HttpMethod.Post, $"/api/v1/statuses/{sent.RemoteId}/reblog", []);
            expected.AddRange([NetworkEventKind.Like, NetworkEventKind.Repost]);
        }

        // Then
        var heard = new List<NetworkEvent>();
        await SnacServer.UntilAsync(
            async () =>
            {
                var page = await listen.ReadAsync(stage.Alice, cursor, CancellationToken.None);
                cursor = page.Cursor;

                // What other tests have begun may still come.
                heard.AddRange(page.Events.Where(one => one.Post == sent.RemoteId));
                return heard.Select(one => one.Kind).ToHashSet();
            },
            kinds => kinds.IsSupersetOf(expected));
        heard.ShouldAllBe(one => one.Handle == $"bob@{stage.Server.Authority}");
        heard.First(one => one.Kind == NetworkEventKind.Reply).Text.ShouldContain("I do & how");
        heard.Select(one => one.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Should_Like_Repost_Follow_And_Know_People()
    {
        // Given
        await using var stage = await SnacStage.LoggedInAsync(version);
        var reactions = stage.Network.Reactions!;
        await reactions.FollowAsync(stage.Alice, $"bob@{stage.Server.Authority}", CancellationToken.None);
        await reactions.FollowAsync(stage.Alice, "bob", CancellationToken.None);
        var post = SnacServer.IdOf(await stage.Server.SayAsync("bob", "Like me"));

        // When the older one knows a post of another person only some seconds later
        await SnacServer.UntilAsync(
            async () =>
            {
                try
                {
                    await reactions.LikeAsync(stage.Alice, post, CancellationToken.None);
                    return "done";
                }
                catch (PluginHostException error)
                {
                    error.Message.ShouldContain("try again in a moment");
                    return error.Message;
                }
            },
            told => told == "done");
        await reactions.LikeAsync(stage.Alice, post, CancellationToken.None);
        await reactions.RepostAsync(stage.Alice, post, CancellationToken.None);
        await reactions.RepostAsync(stage.Alice, post, CancellationToken.None);

        // Then
        var bob = (await stage.Network.People!.FindAsync(stage.Alice, $"bob@{stage.Server.Authority}", CancellationToken.None))!;
        (bob.Handle, bob.Followers).ShouldBe(($"bob@{stage.Server.Authority}", null));
        bob.Id.ShouldBe($"{stage.Server.Address}/bob");
        (await stage.Network.People!.FindAsync(stage.Alice, "nobody", CancellationToken.None)).ShouldBeNull();
        (await stage.Network.People!.FollowersAsync(stage.Alice, CancellationToken.None)).ShouldNotBeNull();
        await stage.Network.People!.RepostersAsync(stage.Alice, post, CancellationToken.None);
    }

    [Fact]
    public async Task Should_Keep_Lists()
    {
        await using var stage = await SnacStage.LoggedInAsync(version);
        var name = $"Press {Guid.CreateVersion7():N}";
        await stage.Network.Reactions!.FollowAsync(stage.Alice, "bob", CancellationToken.None);

        await stage.Network.Lists!.AddAsync(stage.Alice, name, "bob", CancellationToken.None);

        (await stage.Network.Lists!.NamesAsync(stage.Alice, CancellationToken.None)).ShouldContain(name);
        (await stage.Network.Lists!.MembersAsync(stage.Alice, name, CancellationToken.None)).ShouldBe([$"bob@{stage.Server.Authority}"]);
    }

    [Fact]
    public async Task Should_Find_A_Hashtag()
    {
        await using var stage = await SnacStage.LoggedInAsync(version);
        var tag = $"t{Guid.CreateVersion7():N}";
        await stage.Server.SayAsync("bob", $"I like #{tag} most");

        var page = await SnacServer.UntilAsync(
            () => stage.Network.Search!.ReadAsync(stage.Alice, new PublicQuery { AnyOf = [$"#{tag}"] }, null, CancellationToken.None), page => page.Posts.Count > 0);

        page.Posts.ShouldHaveSingleItem().Text.ShouldContain($"#{tag}");
    }

    [Fact]
    public async Task Should_Count_By_What_The_Server_Says()
    {
        await using var stage = await SnacStage.LoggedInAsync(version);

        var rules = await stage.Network.RulesForAsync(stage.Alice, CancellationToken.None);

        (rules.Limit, rules.Links.Cost, rules.Repeats).ShouldBe((100_000, 32, Repeats.NotRecognised));
        rules.Source.ShouldStartWith(stage.Server.Authority);
    }
}
