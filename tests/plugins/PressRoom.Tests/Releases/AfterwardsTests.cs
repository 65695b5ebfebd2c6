using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>What may happen to a release once it is armed: taken back, corrected, announced late.</summary>
public sealed class AfterwardsTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    [Fact]
    public async Task Should_Never_Come_Out_When_It_Was_Taken_Back_Before()
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        await plugin.RetractAsync(host, "five", "The contract was not signed.", CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromDays(2));
        await plugin.LookAsync(CancellationToken.None);

        _workshop.Said.ShouldBeEmpty();
        _workshop.Site.Keys.ShouldNotContain("en/five.html");
        _workshop.Database.Query("select count(*) from press_text").ShouldBe([0L]);
    }

    [Fact]
    public async Task Should_Say_So_On_Its_Pages_When_It_Was_Taken_Back_Afterwards()
    {
        // Given
        _workshop.WriteRelease(embargo: "");
        _workshop.Write("releases/shop.png", "not really a picture");
        _workshop.Write("releases/five.en.md", PressWorkshop.Release("Five", "\"@telco\"", "", body: "The secret.\n\n![A shop](shop.png)"));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Site.Keys.ShouldContain(file => file.StartsWith("assets/"));
        _workshop.Clock.Advance(TimeSpan.FromHours(1));

        // When
        await plugin.RetractAsync(host, "five", "The <contract> was not signed.", CancellationToken.None);

        // Then
        _workshop.Site["en/five.html"].ShouldContain("This release has been retracted.");
        _workshop.Site["en/five.html"].ShouldContain("The &lt;contract&gt; was not signed.");
        _workshop.Site["en/five.html"].ShouldNotContain("secret");
        _workshop.Site["nb/five.html"].ShouldContain("Denne pressemeldingen er trukket tilbake.");
        _workshop.Site["en/feed.atom"].ShouldContain("This release has been retracted.");
        _workshop.Site["en/feed.atom"].ShouldNotContain("secret");
        _workshop.Site.Keys.ShouldNotContain(file => file.StartsWith("assets/"));
        _workshop.Said.Count.ShouldBe(2);
        await Should.ThrowAsync<WrongUseException>(() => plugin.RetractAsync(host, "five", "Again.", CancellationToken.None));
        (await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "five", CancellationToken.None))).Message
            .ShouldContain("What was taken back does not come out again");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task Should_Not_Be_Taken_Back_When_Nobody_Says_Why(string reason)
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        (await Should.ThrowAsync<WrongUseException>(() => plugin.RetractAsync(host, "five", reason, CancellationToken.None))).Message.ShouldContain("Give a reason");
        _workshop.Database.Query("select state from press_release").ShouldBe(["armed"]);
    }

    [Fact]
    public async Task Should_Correct_Its_Pages_And_Announce_Nothing_Again_When_It_Is_Released_Anew()
    {
        // Given
        _workshop.WriteRelease(embargo: "");
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromHours(30));
        _workshop.Write("releases/five.en.md", _workshop.Read("releases/five.en.md").Replace("secret", "correction"));

        // When
        await plugin.LookAsync(CancellationToken.None);
        var before = _workshop.Site["en/five.html"];
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        // Then
        before.ShouldContain("secret");
        _workshop.Site["en/five.html"].ShouldContain("correction");
        _workshop.Site["en/five.html"].ShouldContain("Updated <time datetime=\"2026-03-03T15:00:00+00:00\">3 March 2026</time>");
        _workshop.Said.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Keep_Its_Address_When_It_Is_Corrected()
    {
        _workshop.WriteRelease(embargo: "");
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Write("releases/five.en.md", PressWorkshop.Release("Five", "\"@telco\"", "", "slug: other\n"));

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "five", CancellationToken.None))).Message
            .ShouldContain("people have the address en/five.html");
    }

    [Fact]
    public async Task Should_Show_What_Became_Of_Teasers_And_Try_Again_What_Was_Refused()
    {
        // Given
        _workshop.WriteRelease(embargo: "");
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(
            post.Profile.Name == "@telco" ? new Campaigns.RefusedByNetwork { Reason = "the account is locked" } : _workshop.Network.Publish(post));
        var (plugin, host) = await _workshop.StartAsync();

        // When
        var first = await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Network.OnSend = null;
        var second = await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        // Then
        first.Rows.Select(row => row["state"].ToString()).ShouldBe(["out", "out", "refused", "sent"]);
        first.Rows[2]["note"].ToString().ShouldContain("the account is locked");
        second.Rows.Select(row => row["state"].ToString()).ShouldBe(["out", "out", "sent", "sent"]);
        _workshop.Network.Arrived.Count(arrived => arrived.Post.Profile.Name == "@telco_nb").ShouldBe(1);
    }

    [Fact]
    public async Task Should_Write_Again_What_Was_Deleted_Or_Changed_By_Hand()
    {
        _workshop.WriteRelease(embargo: "");
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        var whole = _workshop.Site;
        _workshop.Files.Remove("newsroom/en/five.html");
        _workshop.Write("newsroom/index.html", "defaced");

        var built = await plugin.BuildAsync(host, CancellationToken.None);

        built["written"].Number.ShouldBe(2);
        _workshop.Site.ShouldBe(whole, ignoreOrder: true);
        (await plugin.BuildAsync(host, CancellationToken.None))["written"].Number.ShouldBe(0);
    }

    [Fact]
    public async Task Should_Announce_Later_What_Was_Put_Off_When_The_Process_Was_Told_To_End()
    {
        // Given: it is told to end while the network puts off.
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromHours(23));
        using var stop = new CancellationTokenSource();
        _workshop.Network.OnSend = (post, _, _) =>
        {
            stop.Cancel();
            return Task.FromResult<Campaigns.SendResult>(
                new Campaigns.TryLater { Reason = "put off", NotBefore = _workshop.Clock.GetUtcNow().AddMinutes(5) });
        };

        // When
        try
        {
            await plugin.LookAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            // It was told to.
        }

        var kept = _workshop.Database.Query("select state from press_teaser");
        _workshop.Network.OnSend = null;
        _workshop.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await _workshop.StartAsync()).Plugin.LookAsync(CancellationToken.None);

        // Then
        kept.ShouldBe(["scheduled", "scheduled"]);
        _workshop.Database.Query("select state from press_teaser").ShouldBe(["sent", "sent"]);
    }

    [Fact]
    public async Task Should_Not_Come_Out_Corrected_When_The_Correction_Has_An_Embargo()
    {
        // Given
        _workshop.WriteRelease(embargo: "");
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.WriteRelease(embargo: "2026-03-09 09:00 Europe/Oslo");
        _workshop.Write("releases/five.en.md", _workshop.Read("releases/five.en.md").Replace("secret", "next step"));

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "five", CancellationToken.None));
        await plugin.LookAsync(CancellationToken.None);

        // Then
        refused.Message.ShouldContain("a correction comes out at once");
        _workshop.Site["en/five.html"].ShouldNotContain("next step");
    }

    [Fact]
    public async Task Should_Stay_Withdrawn_When_The_Run_That_Armed_It_Is_Resumed()
    {
        // Given
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        var press = await host.Services.GetAsync<Campaigns.IPress>(CancellationToken.None);
        await press.ReleaseAsync(Scripted("1"), CancellationToken.None);
        await plugin.RetractAsync(host, "five", "The contract was not signed.", CancellationToken.None);

        // When
        var resumed = await press.ReleaseAsync(Scripted("1"), CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromDays(2));
        await plugin.LookAsync(CancellationToken.None);

        // Then
        resumed.State.ShouldBe(Campaigns.ReleaseState.Withdrawn);
        _workshop.Said.ShouldBeEmpty();

        // When: another run means it anew.
        (await press.ReleaseAsync(Scripted("2"), CancellationToken.None)).State.ShouldBe(Campaigns.ReleaseState.Out);
    }

    [Fact]
    public async Task Should_Hold_What_Was_Edited_When_The_Run_That_Armed_It_Is_Resumed()
    {
        // Given
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        var press = await host.Services.GetAsync<Campaigns.IPress>(CancellationToken.None);
        await press.ReleaseAsync(Scripted("1"), CancellationToken.None);
        _workshop.Write("releases/five.en.md", _workshop.Read("releases/five.en.md").Replace("secret", "half a sen"));

        // When
        await press.ReleaseAsync(Scripted("1"), CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromDays(2));
        await plugin.LookAsync(CancellationToken.None);

        // Then
        (await press.FindAsync("five", CancellationToken.None))!.State.ShouldBe(Campaigns.ReleaseState.Held);
        _workshop.Said.ShouldBeEmpty();
    }

    private static Campaigns.ReleaseOrder Scripted(string occurrence) => new()
    {
        Name = "five",
        AskedBy = "daily",
        Effect = new EffectKey { Campaign = "daily", Occurrence = occurrence, Step = "release" },
    };

    [Fact]
    public async Task Should_Not_Be_Announced_Any_More_When_It_Was_Retracted_While_Its_Teasers_Waited()
    {
        // Given
        _workshop.PostingSettings["patience"] = "0s";
        _workshop.WriteRelease(embargo: "");
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<Campaigns.SendResult>(
            new Campaigns.TryLater { Reason = "too many", NotBefore = _workshop.Clock.GetUtcNow().AddMinutes(5) });
        var process = _workshop.Prepare();
        await process.ActivateAsync();
        var release = await process.Plugin.ReleaseAsync(process.Host, "five", CancellationToken.None);
        release.Rows.Select(row => row["state"].ToString()).ShouldBe(["out", "out", "scheduled", "scheduled"]);

        // When
        await process.Plugin.RetractAsync(process.Host, "five", "The contract was not signed.", CancellationToken.None);
        _workshop.Network.OnSend = null;
        _workshop.Network.Arrived.Clear();
        for (var round = 0; round < 3; round++)
        {
            _workshop.Clock.Advance(TimeSpan.FromMinutes(10));
            await process.ServeOnceAsync();
        }

        // Then
        _workshop.Said.ShouldBeEmpty();
        _workshop.Database.Query("select state from press_teaser").ShouldBe(["refused", "refused"]);
    }

    [Fact]
    public async Task Should_Announce_What_It_Says_Now_When_Its_First_Teasers_Were_Refused_By_A_Check()
    {
        // Given: the network allows less than when it was armed.
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Network.Rules = _workshop.Network.Rules with { Limit = 50 };
        _workshop.Clock.Advance(TimeSpan.FromHours(23));
        await plugin.LookAsync(CancellationToken.None);
        var refused = _workshop.Database.Query("select state from press_teaser");

        // When
        _workshop.Write("releases/five.en.md", PressWorkshop.Release("Five", "\"@telco\""));
        _workshop.Write("releases/five.nb.md", PressWorkshop.Release("Fem", "\"@telco_nb\""));
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        // Then
        refused.ShouldBe(["refused", "refused"]);
        _workshop.Said.ShouldBe(["@telco: Five\n\nhttps://press.example/en/five.html", "@telco_nb: Fem\n\nhttps://press.example/nb/five.html"], ignoreOrder: true);
    }

    public void Dispose() => _workshop.Dispose();
}
