using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>Somebody retracts a release at whatever moment of its way out, or dies at whatever moment of retracting: what is retracted is announced by nothing that was not out already.</summary>
public sealed class RetractionTests
{
    private const int Last = 60;

    [Fact(Timeout = 120_000)]
    public async Task Should_Leave_No_Teaser_To_Come_At_Whatever_Step_Of_The_Press_Room_It_Is_Retracted()
    {
        var retracted = 0;
        for (var step = 0; step <= Last; step++)
            retracted += await RetractAtAsync(process => process.Host.Store, step) ? 1 : 0;

        retracted.ShouldBeGreaterThan(15);
    }

    [Fact(Timeout = 120_000)]
    public async Task Should_Leave_No_Teaser_To_Come_At_Whatever_Step_Of_The_Publisher_It_Is_Retracted()
    {
        var retracted = 0;
        for (var step = 0; step <= Last; step++)
            retracted += await RetractAtAsync(process => process.PublisherHost.Store, step) ? 1 : 0;

        retracted.ShouldBeGreaterThan(5);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Be_Retracted_By_Whoever_Looks_Next_When_Who_Retracts_It_Dies(bool isPressRoom)
    {
        var (kept, ended) = (0, 0);
        for (var life = 0; life <= 30; life++)
        {
            // Given: it is out, and its network puts its teasers off.
            using var workshop = new PressWorkshop();
            workshop.PostingSettings["patience"] = "0s";
            workshop.WriteRelease(embargo: "");
            workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new TryLater { Reason = "too many", NotBefore = workshop.Clock.GetUtcNow().AddMinutes(5) });
            var (plugin, host) = await workshop.StartAsync();
            await plugin.ReleaseAsync(host, "five", CancellationToken.None);
            workshop.Network.Arrived.Clear();

            // When
            var dying = workshop.Prepare();
            await dying.ActivateAsync();
            (isPressRoom ? dying.Host : dying.PublisherHost).Store.Life = life;
            try
            {
                await dying.Plugin.RetractAsync(dying.Host, "five", "The contract was not signed.", CancellationToken.None);
                ended++;
            }
            catch (DeadProcessException)
            {
            }

            var isMeant = workshop.Database.Query("select count(*) from press_release where retracting is not null or state = 'retracted'")[0] is 1L;
            var late = new List<string>();
            workshop.Network.OnSend = (post, _, _) =>
            {
                if (IsRetracted(workshop))
                    late.Add(post.Profile.Name);

                return Task.FromResult(workshop.Network.Publish(post));
            };
            await ServeAsync(workshop);

            // Then
            late.ShouldBeEmpty($"died at {life}");
            IsRetracted(workshop).ShouldBe(isMeant, $"died at {life}");
            kept += isMeant ? 0 : 1;
            if (isMeant)
                IsRetractedWhole(workshop, $"died at {life}");
            else
                workshop.Said.Count.ShouldBe(2, $"died at {life}");
        }

        ended.ShouldBeGreaterThan(0);
        if (isPressRoom)
            kept.ShouldBeGreaterThan(0);
    }

    // One process lets it out and announces it; before a step of that, another retracts it.
    private static async Task<bool> RetractAtAsync(Func<PressProcess, FakeStore> of, int step)
    {
        // Given
        using var workshop = new PressWorkshop();
        workshop.PostingSettings["patience"] = "0s";
        workshop.PostingSettings["late"] = "24h";
        workshop.WriteRelease();
        var (one, other) = (workshop.Prepare(), workshop.Prepare());
        await one.ActivateAsync();
        await other.ActivateAsync();
        await one.Plugin.ReleaseAsync(one.Host, "five", CancellationToken.None);
        workshop.Clock.Advance(TimeSpan.FromHours(23));

        // When
        var (steps, isRetracted, underWay) = (0, false, new HashSet<object>());
        of(one).OnEnter = async () =>
        {
            if (Interlocked.Increment(ref steps) - 1 != step)
                return;

            await other.Plugin.RetractAsync(other.Host, "five", "The contract was not signed.", CancellationToken.None);
            underWay = [.. workshop.Database.Query("select profile from posting_target where state in ('sending', 'sent', 'unknown')")];
            isRetracted = IsRetracted(workshop);
        };
        await one.Plugin.LookAsync(CancellationToken.None);
        await ServeAsync(workshop);

        // Then
        if (isRetracted)
        {
            workshop.Network.Arrived.ShouldAllBe(arrived => underWay.Contains(arrived.Post.Profile.Name), $"retracted at {step}");
            IsRetractedWhole(workshop, $"retracted at {step}");
        }

        return isRetracted;
    }

    private static async Task ServeAsync(PressWorkshop workshop)
    {
        for (var round = 0; round < 4; round++)
        {
            workshop.Clock.Advance(TimeSpan.FromMinutes(11));
            var process = workshop.Prepare();
            await process.ActivateAsync();
            await process.ServeOnceAsync();
        }
    }

    private static bool IsRetracted(PressWorkshop workshop) => workshop.Database.Query("select state from press_release") is ["retracted"];

    private static void IsRetractedWhole(PressWorkshop workshop, string when)
    {
        workshop.Database.Query("select state from press_teaser").ShouldAllBe(state => state.Equals("sent") || state.Equals("refused"), when);
        workshop.Database.Query("select state from posting_target").ShouldAllBe(state => state.Equals("sent") || state.Equals("refused"), when);
        workshop.Database.Query("select count(*) from press_teaser where state = 'sent'")[0].ShouldBe((long)workshop.Said.Count, when);
        workshop.Site["en/five.html"].ShouldContain("This release has been retracted.", Case.Sensitive, when);
        workshop.Database.Query("select changed - built from press_site").ShouldBe((object[])[0L], ignoreOrder: false, when);
    }
}
