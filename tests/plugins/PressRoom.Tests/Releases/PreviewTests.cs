using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>A release is read over before it is out, counted down to, and read again afterwards.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    [Fact]
    public async Task Should_Show_What_Will_Be_Said_Where_And_By_Whom()
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();

        var preview = await plugin.PreviewAsync(host, "five", CancellationToken.None);

        preview.ShouldStartWith("**five** is under embargo until Tue 2026-03-03 09:00 Europe/Oslo (2026-03-03 08:00 +00:00 here).");
        preview.ShouldContain("*Norsk, https://press.example/nb/five.html*\n\n# Fem gigabyte til alle (five)");
        preview.ShouldContain("**@telco_nb** says:\n\n> Fem gigabyte til alle (five)\n> \n> https://press.example/nb/five.html");
        (await plugin.ShowPreviewAsync(host, CancellationToken.None)).Text.ShouldBe(preview);
        _workshop.Site.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Show_Every_Problem_Of_What_Cannot_Be()
    {
        _workshop.Write("releases/five.en.md", "---\nsummary: y\ncolour: red\n---\nHello\n");
        var (plugin, host) = await _workshop.StartAsync();

        (await plugin.PreviewAsync(host, "five", CancellationToken.None)).ShouldBe(
            "# five cannot come out as it is written\n\n"
            + "- releases/five.en.md(3): a release says nothing of \"colour\", only of title, summary, embargo, purpose, profiles, teaser, boilerplate, contact, slug, tags.\n"
            + "- releases/five.en.md(1): there is no title. Write title: Five gigabytes for everybody\n");
    }

    [Fact]
    public async Task Should_Show_What_People_See_Once_It_Is_Out_Though_Its_Files_Are_Gone()
    {
        _workshop.WriteRelease(embargo: "");
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Files.Remove("releases/five.en.md");
        _workshop.Files.Remove("releases/five.nb.md");

        var preview = await plugin.PreviewAsync(host, "five", CancellationToken.None);

        preview.ShouldStartWith("**five** is out since 2026-03-02 09:00 +00:00, in version 1.");
        preview.ShouldContain("# Five gigabytes for everybody (five)");
    }

    [Fact]
    public async Task Should_Count_Down_And_List_First_What_Needs_Somebody()
    {
        // Given
        _workshop.WriteRelease("out", "");
        _workshop.WriteRelease("later", "2026-03-05 09:00 Europe/Oslo");
        _workshop.WriteRelease("soon");
        _workshop.WriteRelease("written", "2026-03-04 09:00 Europe/Oslo");
        var (plugin, host) = await _workshop.StartAsync();
        foreach (var name in new[] { "out", "later", "soon" })
            await plugin.ReleaseAsync(host, name, CancellationToken.None);

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(90));
        var rows = ((TableView)await plugin.ShowReleasesAsync(host, CancellationToken.None)).Table.Rows;

        // Then
        rows.Select(row => $"{row["name"]} {row["state"]} {row["in"]}".TrimEnd()).ShouldBe(["soon armed 21 h 30 min", "later armed 2 d 21 h", "written written 1 d 21 h", "out out"]);
        rows[0]["teasers"].ToString().ShouldBe("2 scheduled");
        rows[3]["teasers"].ToString().ShouldBe("2 sent");
    }

    public void Dispose() => _workshop.Dispose();
}
