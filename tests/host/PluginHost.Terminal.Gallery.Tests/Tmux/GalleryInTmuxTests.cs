namespace PluginHost.Terminal.Gallery.Tests.Tmux;

/// <summary>The gallery in a real terminal: what streams and is resized leaves nothing behind, and the terminal is given back.</summary>
public sealed class GalleryInTmuxTests
{
    private const string NoTmux = "tmux or bash is not installed: what a real terminal makes of it was not looked at.";
    private const string Given = "screen 0 cursor 1 mouse 0 wrap 1";

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    [InlineData(160, 45)]
    [InlineData(300, 80)]
    public async Task Should_Leave_Nothing_Stale_Though_Resized_While_It_Streams(int width, int height)
    {
        Assert.SkipUnless(TmuxShell.IsThere, NoTmux);
        await using var shell = await TmuxShell.StartAsync(width, height, TestContext.Current.CancellationToken);
        await shell.RunAsync(TmuxShell.SettingsInto("before"));
        var before = await shell.FileAsync("before");

        // Given: it streams in three sizes.
        await shell.RunAsync($"{TmuxShell.Gallery} --page stream");
        await shell.ShownAsync(rows => rows.Length == height && Shows(rows, width, height));
        await shell.ResizeAsync(width - 9, height - 4);
        await shell.ShownAsync(rows => rows.Length == height - 4 && Shows(rows, width - 9, height - 4));
        await shell.ResizeAsync(width, height);
        await shell.ShownAsync(rows => rows.Length == height && Shows(rows, width, height));

        // When: pages that stand still are drawn over the stream, and then on an empty screen.
        foreach (var page in new[] { "arabic", "emoji", "hostile" })
        {
            var over = await GoToAsync(shell, page);
            await StopAndContinueAsync(shell);
            var anew = await shell.SettledAsync(rows => IsPage(rows, page));

            // Then
            over.ShouldBe(anew, page);
            over.Count(row => row.Contains('|', StringComparison.Ordinal)).ShouldBeGreaterThan(9);
            if (page == "arabic")
                over.ShouldBe(Headless(page, width, height));
        }

        await shell.KeyAsync("C-q");
        await shell.ShownAsync("ready>");
        await shell.RunAsync(TmuxShell.SettingsInto("after"));
        (await shell.FileAsync("after")).ShouldBe(before);
        (await shell.AskAsync("screen #{alternate_on} cursor #{cursor_flag} mouse #{mouse_any_flag} wrap #{wrap_flag}")).ShouldBe(Given);
    }

    [Fact]
    public async Task Should_Give_The_Terminal_Back_While_It_Is_Stopped_And_Draw_All_When_It_Goes_On()
    {
        Assert.SkipUnless(TmuxShell.IsThere, NoTmux);
        await using var shell = await TmuxShell.StartAsync(100, 30, TestContext.Current.CancellationToken);
        await shell.RunAsync(TmuxShell.SettingsInto("before"));
        var before = await shell.FileAsync("before");
        await shell.RunAsync($"{TmuxShell.Gallery} --page stream");
        await shell.ShownAsync("100x30");

        await shell.KeyAsync("C-z");
        await shell.ShownAsync("Stopped");
        (await shell.AskAsync("screen #{alternate_on} cursor #{cursor_flag} mouse #{mouse_any_flag} wrap #{wrap_flag}")).ShouldBe(Given);
        await shell.RunAsync(TmuxShell.SettingsInto("stopped"));
        (await shell.FileAsync("stopped")).ShouldBe(before);

        await shell.RunAsync("fg");
        await shell.ShownAsync("100x30");
        await shell.KeyAsync("C-q");
        await shell.ShownAsync("ready>");
    }

    [Fact]
    public async Task Should_Give_The_Terminal_Back_When_It_Is_Terminated()
    {
        Assert.SkipUnless(TmuxShell.IsThere, NoTmux);
        await using var shell = await TmuxShell.StartAsync(100, 30, TestContext.Current.CancellationToken);
        await shell.RunAsync(TmuxShell.SettingsInto("before"));
        var before = await shell.FileAsync("before");
        await shell.RunAsync($"sh -c 'echo $$ > pid; tmux wait-for -S pid; exec {TmuxShell.Gallery.Replace("'", "\"", StringComparison.Ordinal)} --page stream'");
        var processId = (await shell.FileAsync("pid")).Trim();
        await shell.ShownAsync("100x30");

        await shell.SignalAsync("TERM", processId);
        await shell.ShownAsync(rows => !rows.Any(row => row.Contains("100x30", StringComparison.Ordinal)));
        await shell.RunAsync(TmuxShell.SettingsInto("after"));

        (await shell.FileAsync("after")).ShouldBe(before);
        (await shell.AskAsync("screen #{alternate_on} cursor #{cursor_flag} mouse #{mouse_any_flag} wrap #{wrap_flag}")).ShouldBe(Given);
    }

    [Theory]
    [InlineData(80, 24, "TERM=dumb ", "The terminal says that it is dumb")]
    [InlineData(30, 10, "", "40 and 8 are needed")]
    [InlineData(80, 24, "", "There is no terminal: standard output is a file or a pipe", " | cat")]
    [InlineData(80, 24, "", "There is no keyboard: standard input is a file or a pipe", " < /dev/null")]
    public async Task Should_Say_Plainly_Why_It_Cannot_Be_Shown(int width, int height, string before, string problem, string after = "")
    {
        Assert.SkipUnless(TmuxShell.IsThere, NoTmux);
        await using var shell = await TmuxShell.StartAsync(width, height, TestContext.Current.CancellationToken);

        await shell.RunAsync($"{before}{TmuxShell.Gallery}{after}; clear; {before}{TmuxShell.Gallery}{after}");

        await shell.ShownAsync(rows => string.Concat(rows).Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Show_No_Colour_Where_Nobody_Wants_It()
    {
        Assert.SkipUnless(TmuxShell.IsThere, NoTmux);
        await using var shell = await TmuxShell.StartAsync(100, 30, TestContext.Current.CancellationToken);

        await shell.RunAsync($"NO_COLOR=1 {TmuxShell.Gallery}");

        (await shell.ShownAsync("100x30")).ShouldContain(row => row.Contains("No colour", StringComparison.Ordinal));
    }

    private static bool Shows(string[] rows, int width, int height) => rows.Any(row => row.Contains($" {width}x{height}", StringComparison.Ordinal));

    private static bool IsPage(string[] rows, string page) =>
        rows.Any(row => row.Contains("│  " + GalleryPages.Find(page)!.Title, StringComparison.Ordinal)) && rows.Any(row => row.Contains("Ctrl+P", StringComparison.Ordinal));

    // By its menu, and back among the pages, as the one that is drawn headlessly.
    private static async Task<string[]> GoToAsync(TmuxShell shell, string page)
    {
        await shell.KeyAsync("C-p");
        await shell.ShownAsync("the name of a page");
        await shell.TypeAsync(GalleryPages.Find(page)!.Title);
        await shell.KeyAsync("Enter");
        await shell.ShownAsync("│┃ " + GalleryPages.Find(page)!.Title);
        await shell.KeyAsync("F6");
        return await shell.SettledAsync(rows => IsPage(rows, page));
    }

    private static async Task StopAndContinueAsync(TmuxShell shell)
    {
        await shell.KeyAsync("C-z");
        await shell.ShownAsync("Stopped");
        await shell.RunAsync("clear; fg");
    }

    private static string[] Headless(string page, int width, int height)
    {
        var arguments = GalleryArguments.Read(["--snapshot", page, $"{width}x{height}"]);
        return GallerySnapshot.Of(arguments)[..^1].Split('\n');
    }
}
