using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Site;

/// <summary>The newsroom's folder may be a site that was there before: nothing is written over that was not written here.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    [Theory]
    [InlineData("index.html")]
    [InlineData("en/index.html")]
    [InlineData("en/five.html")]
    [InlineData("nb/feed.atom")]
    public async Task Should_Refuse_Before_Anything_Is_Armed_And_Say_What_To_Do(string file)
    {
        // Given
        _workshop.WriteRelease(embargo: "");
        _workshop.Write($"newsroom/{file}", "somebody else's");
        var (plugin, host) = await _workshop.StartAsync();

        // When
        var refused = (await Should.ThrowAsync<PluginHostException>(() => plugin.ReleaseAsync(host, "five", CancellationToken.None))).Message;
        var found = (await Should.ThrowAsync<PluginHostException>(() => plugin.CheckAsync(host, "", CancellationToken.None))).Message;

        // Then
        foreach (var message in new[] { refused, found })
            message.ShouldContain($"newsroom/{file} lay there before the newsroom and would be written over. Move it away, or give the newsroom a folder of its own");
        _workshop.Database.Query("select count(*) from press_release").ShouldBe([0L]);
        _workshop.Site.ShouldBe(new Dictionary<string, string> { [file] = "somebody else's" });
    }

    [Fact]
    public async Task Should_Write_Nothing_And_Announce_Nothing_When_A_File_Came_There_Meanwhile()
    {
        // Given
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Write("newsroom/index.html", "somebody else's");

        // When
        _workshop.Clock.Advance(TimeSpan.FromHours(23));
        await plugin.LookAsync(CancellationToken.None);
        await plugin.LookAsync(CancellationToken.None);
        var stuck = _workshop.Site.Count;
        var state = (await plugin.ReleasesAsync(host, CancellationToken.None)).Rows.Single()["state"].ToString();
        var said = _workshop.Said.Count;
        await Should.ThrowAsync<PluginHostException>(() => plugin.BuildAsync(host, CancellationToken.None));
        _workshop.Files.Remove("newsroom/index.html");
        await plugin.LookAsync(CancellationToken.None);

        // Then: told once, and gone on with as soon as it can be.
        (stuck, state, said).ShouldBe((1, "coming", 0));
        host.Screen.Lines.Count(line => line.StartsWith("Error: The newsroom could not be built")).ShouldBe(1);
        _workshop.Site.Count.ShouldBe(7);
        _workshop.Said.Count.ShouldBe(2);
        (await plugin.ReleasesAsync(host, CancellationToken.None)).Rows.Single()["state"].ToString().ShouldBe("out");
    }

    [Fact]
    public async Task Should_Leave_Alone_What_Lies_Beside_The_Newsroom()
    {
        const string Picture = "newsroom/assets/0123456789abcdef0123456789abcdef.png";
        _workshop.WriteRelease(embargo: "");
        _workshop.Write("newsroom/about.html", "somebody else's");
        _workshop.Write(Picture, "somebody else's");
        var (plugin, host) = await _workshop.StartAsync();

        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        await plugin.RetractAsync(host, "five", "The contract was not signed.", CancellationToken.None);
        await plugin.BuildAsync(host, CancellationToken.None);

        _workshop.Read("newsroom/about.html").ShouldBe("somebody else's");
        _workshop.Read(Picture).ShouldBe("somebody else's");
    }

    [Fact]
    public async Task Should_Take_A_Newsroom_For_Its_Own_That_Was_Built_Before_Anybody_Kept_What_Is()
    {
        // Given
        _workshop.WriteRelease(embargo: "");
        _workshop.Write("releases/shop.png", "not really a picture");
        _workshop.Write("releases/five.en.md", PressWorkshop.Release("Five", "\"@telco\"", "", body: "The secret.\n\n![A shop](shop.png)"));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Database.Query("delete from press_file");

        // When
        await plugin.RetractAsync(host, "five", "The contract was not signed.", CancellationToken.None);

        // Then
        _workshop.Site["index.html"].ShouldContain("This release has been retracted.");
        _workshop.Site.Keys.ShouldNotContain(file => file.StartsWith("assets/"));
    }

    [Fact]
    public async Task Should_Sweep_What_Interrupted_Writes_Have_Left()
    {
        var (plugin, host) = await _workshop.StartAsync();

        await plugin.BuildAsync(host, CancellationToken.None);

        host.Workspace.Swept.ShouldBe(["newsroom"]);
    }

    public void Dispose() => _workshop.Dispose();
}
