using System.Text;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>Nothing of a release can be seen before its instant; at it, everything, once.</summary>
public sealed class EmbargoTests : IDisposable
{
    private static readonly TimeSpan UntilEmbargo = TimeSpan.FromHours(23);
    private readonly PressWorkshop _workshop = new();

    [Fact]
    public async Task Should_Show_Nothing_Before_The_Instant_And_Everything_At_It()
    {
        // Given: another release is out, so that there is a newsroom to look into.
        _workshop.Write("releases/before.en.md", PressWorkshop.Release("Before", "\"@telco\"", "", body: "Known to all."));
        _workshop.Write("releases/before.nb.md", PressWorkshop.Release("Før", "\"@telco_nb\"", "", body: "Kjent for alle."));
        _workshop.WriteRelease();
        _workshop.Write("releases/shop.png", "not really a picture");
        _workshop.Write("releases/five.en.md", PressWorkshop.Release("Five gigabytes for everybody (five)", "\"@telco\"", body: "The secret.\n\n![A shop](shop.png)"));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "before", CancellationToken.None);
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Network.Arrived.Clear();

        // When: a second before.
        _workshop.Clock.Advance(UntilEmbargo - TimeSpan.FromSeconds(1));
        await plugin.LookAsync(CancellationToken.None);
        await plugin.BuildAsync(host, CancellationToken.None);

        // Then: neither its name nor a word of it, byte by byte.
        var site = _workshop.Files.Where(file => file.Key.StartsWith("newsroom/", StringComparison.Ordinal)).ToList();
        site.Count.ShouldBe(7);
        foreach (var word in new[] { "five", "Five", "secret", "Fem gigabyte", "not really", "shop" })
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            site.Where(file => file.Key.Contains(word) || file.Value.AsSpan().IndexOf(bytes) >= 0).Select(file => file.Key).ShouldBeEmpty(word);
        }

        _workshop.Said.ShouldBeEmpty();

        // When: the instant.
        _workshop.Clock.Advance(TimeSpan.FromSeconds(1));
        await plugin.LookAsync(CancellationToken.None);

        // Then
        _workshop.Site.Keys.ShouldContain("en/five.html");
        _workshop.Site.Keys.ShouldContain("nb/five.html");
        _workshop.Site.Count(file => file.Key.StartsWith("assets/", StringComparison.Ordinal)).ShouldBe(1);
        _workshop.Site["en/feed.atom"].ShouldContain("Five gigabytes for everybody (five)");
        _workshop.Site["index.html"].ShouldContain("Five gigabytes for everybody (five)");
        _workshop.Said.ShouldBe(
        [
            "@telco: Five gigabytes for everybody (five)\n\nhttps://press.example/en/five.html",
            "@telco_nb: Fem gigabyte til alle (five)\n\nhttps://press.example/nb/five.html",
        ]);
    }

    [Fact]
    public async Task Should_Announce_Once_However_Often_It_Is_Looked_After_And_Asked_For()
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Clock.Advance(UntilEmbargo);

        for (var round = 0; round < 3; round++)
        {
            await plugin.LookAsync(CancellationToken.None);
            await plugin.ReleaseAsync(host, "five", CancellationToken.None);
            (plugin, host) = await _workshop.StartAsync();
            _workshop.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        _workshop.Said.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Come_Out_To_The_Moment_When_The_Workspace_Is_Served()
    {
        // Given
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var serving = plugin.WorkAsync(host, stop.Token);
        _workshop.Clock.Advance(UntilEmbargo - TimeSpan.FromSeconds(5));

        // When
        for (var tenth = 0; tenth < 100 && _workshop.Said.Count < 2; tenth++)
        {
            _workshop.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await serving;

        // Then
        _workshop.Said.Count.ShouldBe(2);
        var late = DateTimeOffset.FromUnixTimeMilliseconds((long)_workshop.Database.Query("select out_at from press_release")[0])
            - DateTimeOffset.FromUnixTimeMilliseconds((long)_workshop.Database.Query("select due_at from press_release")[0]);
        late.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Should_Hold_And_Tell_When_A_File_Was_Changed_After_It_Was_Armed()
    {
        // Given
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Write("releases/five.nb.md", _workshop.Read("releases/five.nb.md").Replace("five", "six"));

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(1));
        await plugin.LookAsync(CancellationToken.None);
        var early = (await plugin.ReleasesAsync(host, CancellationToken.None)).Rows.Single();
        _workshop.Clock.Advance(UntilEmbargo);
        await plugin.LookAsync(CancellationToken.None);
        await plugin.LookAsync(CancellationToken.None);

        // Then
        early["note"].ToString().ShouldStartWith("releases/five.nb.md was changed after the release was armed.");
        (await plugin.ReleasesAsync(host, CancellationToken.None)).Rows.Single()["state"].ToString().ShouldBe("held");
        host.Screen.Lines.ShouldContain(line => line.StartsWith("Error: five is held and not out: releases/five.nb.md was changed"));
        _workshop.Said.ShouldBeEmpty();
        _workshop.Site.ShouldBeEmpty();
        await plugin.TellAsync(host, CancellationToken.None);
        host.Screen.Items["press.held"].ShouldBe("! 1 held");

        // When: a person says that the new text is meant.
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        // Then
        host.Screen.Items["press.held"].ShouldBeEmpty();
        _workshop.Site["nb/five.html"].ShouldContain("six");
        _workshop.Said.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("releases/five.nb.md", null, "was deleted")]
    [InlineData("releases/five.de.md", "---\n---\n", "was added")]
    public async Task Should_Hold_When_A_Language_Came_Or_Went(string file, string? text, string told)
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        if (text is null)
            _workshop.Files.Remove(file);
        else
            _workshop.Write(file, text);

        _workshop.Clock.Advance(UntilEmbargo);
        await plugin.LookAsync(CancellationToken.None);

        host.Screen.Lines.Single().ShouldContain($"{file} {told} after the release was armed.");
        _workshop.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Come_Out_At_Once_When_The_Embargo_Has_Passed_Or_There_Is_None()
    {
        _workshop.WriteRelease("late", "2026-03-01 09:00 Europe/Oslo");
        _workshop.WriteRelease("now", "");
        var (plugin, host) = await _workshop.StartAsync();

        var late = await plugin.ReleaseAsync(host, "late", CancellationToken.None);
        await plugin.ReleaseAsync(host, "now", CancellationToken.None);

        late.Rows.Select(row => row["state"].ToString()).ShouldBe(["out", "out", "sent", "sent"]);
        _workshop.Said.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Should_Refuse_Two_Releases_With_One_Page()
    {
        _workshop.WriteRelease();
        _workshop.Write("releases/six.en.md", PressWorkshop.Release("Six", "\"@telco\"", more: "slug: five\n"));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "six", CancellationToken.None))).Message
            .ShouldBe("six and five would have the same page en/five.html. Give one of them another slug.");
    }

    [Fact]
    public async Task Should_Refuse_Two_Releases_With_One_Page_When_Their_Languages_Differ_By_Case_Alone()
    {
        _workshop.WriteRelease();
        _workshop.Write("releases/six.EN.md", PressWorkshop.Release("Six", "\"@telco\"", more: "slug: five\n"));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "six", CancellationToken.None))).Message
            .ShouldBe("six and five would have the same page en/five.html. Give one of them another slug.");
    }

    [Fact]
    public async Task Should_Refuse_A_Page_Whose_Name_No_Folder_Takes()
    {
        _workshop.Write("releases/long.en.md", PressWorkshop.Release("Long", "\"@telco\"", more: $"slug: {new string('a', 101)}\n"));
        _workshop.Write("releases/longest.en.md", PressWorkshop.Release("Longest", "\"@telco\"", more: $"slug: {new string('a', 100)}\n"));
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "long", CancellationToken.None))).Message.ShouldContain("100 characters at most");
        await plugin.ReleaseAsync(host, "longest", CancellationToken.None);
    }

    public void Dispose() => _workshop.Dispose();
}
