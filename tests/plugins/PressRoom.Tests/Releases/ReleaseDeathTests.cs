using PluginHost.Plugins.Testing;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>Processes die at each of their steps: one page, one teaser a profile, whatever is killed whenever.</summary>
public sealed class ReleaseDeathTests
{
    [Fact]
    public async Task Should_Come_Out_Once_Wherever_A_Press_Room_Dies()
    {
        var died = 0;
        for (var life = 0; life <= 60; life++)
            died += await DieAsync(life, int.MaxValue) ? 1 : 0;

        died.ShouldBeGreaterThan(25);
    }

    [Fact]
    public async Task Should_Come_Out_Once_Wherever_The_Publisher_Dies_Under_It()
    {
        var died = 0;
        for (var life = 0; life <= 30; life++)
            died += await DieAsync(int.MaxValue, life) ? 1 : 0;

        died.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Should_Come_Out_Once_Wherever_Two_Processes_Die_One_After_The_Other()
    {
        for (var first = 10; first <= 40; first += 5)
        {
            for (var second = 0; second <= 28; second += 4)
                await DieAsync(first, int.MaxValue, second);
        }
    }

    // The release is armed, and the process that lives through its instant dies at a step of it.
    private static async Task<bool> DieAsync(int pressLife, int publisherLife, int secondLife = int.MaxValue)
    {
        // Given
        using var workshop = new PressWorkshop();
        workshop.PostingSettings["patience"] = "0s";
        workshop.PostingSettings["late"] = "24h";
        workshop.WriteRelease();
        workshop.Network.OnLookUp = (post, _, _) => workshop.Network.Arrived.Exists(arrived => arrived.Post.Profile.Name == post.Profile.Name)
            ? new Campaigns.Found { Sent = new Campaigns.Sent { RemoteId = post.Profile.Handle, At = workshop.Clock.GetUtcNow() } }
            : new Campaigns.NotThere();

        // When
        var hasDied = await LiveAsync(workshop, pressLife, publisherLife, async process =>
        {
            await process.Plugin.ReleaseAsync(process.Host, "five", CancellationToken.None);
            workshop.Clock.Advance(TimeSpan.FromHours(23));
            await process.Plugin.LookAsync(CancellationToken.None);
        });

        // What says that it is out has all its pages.
        if (workshop.Database.Query("select state from press_release") is ["out"])
            workshop.Site.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList().ShouldBe(
                (string[])["en/five.html", "en/index.html", "index.html", "nb/five.html", "nb/index.html"], ignoreOrder: false, $"died at {pressLife} and {publisherLife}");

        workshop.Clock.Advance(TimeSpan.FromHours(23));
        await LiveAsync(workshop, secondLife, int.MaxValue, process => process.ServeOnceAsync());

        // Then: whoever comes next brings it to its end. Where it died before it was armed, a person arms it.
        for (var round = 0; round < 4; round++)
        {
            workshop.Clock.Advance(TimeSpan.FromMinutes(11));
            await LiveAsync(workshop, int.MaxValue, int.MaxValue, async process =>
            {
                if (workshop.Database.Query("select count(*) from press_release")[0] is 0L)
                    await process.Plugin.ReleaseAsync(process.Host, "five", CancellationToken.None);

                await process.ServeOnceAsync();
            });
        }

        var place = $"died at {pressLife}, {publisherLife} and {secondLife}";
        workshop.Said.Order(StringComparer.Ordinal).ToList().ShouldBe(
            (string[])[
                "@telco: Five gigabytes for everybody (five)\n\nhttps://press.example/en/five.html",
                "@telco_nb: Fem gigabyte til alle (five)\n\nhttps://press.example/nb/five.html",
            ],
            ignoreOrder: false, place);
        workshop.Site.Keys.Order(StringComparer.Ordinal).ToList().ShouldBe(
            (string[])["en/feed.atom", "en/five.html", "en/index.html", "index.html", "nb/feed.atom", "nb/five.html", "nb/index.html"], ignoreOrder: false, place);
        workshop.Database.Query("select state from press_teaser").ShouldBe((object[])["sent", "sent"], ignoreOrder: false, place);
        System.Text.RegularExpressions.Regex.Count(workshop.Site["en/feed.atom"], "<entry>").ShouldBe(1, place);
        return hasDied;
    }

    private static async Task<bool> LiveAsync(PressWorkshop workshop, int pressLife, int publisherLife, Func<PressProcess, Task> work)
    {
        var process = workshop.Prepare();
        process.Host.Store.Life = pressLife;
        process.PublisherHost.Store.Life = publisherLife;
        try
        {
            await process.ActivateAsync();
            await work(process);
            return false;
        }
        catch (DeadProcessException)
        {
            return true;
        }
    }
}
