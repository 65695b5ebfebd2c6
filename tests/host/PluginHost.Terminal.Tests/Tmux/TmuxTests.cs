namespace PluginHost.Terminal.Tests.Tmux;

/// <summary>What only a real terminal shows.</summary>
public sealed class TmuxTests
{
    private const string NoTmux = "tmux is not installed: what a real terminal makes of it was not looked at.";

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 36)]
    [InlineData(160, 45)]
    [InlineData(300, 80)]
    public async Task Should_Leave_No_Cell_Stale_And_The_Settings_As_They_Were_Though_Resized_While_It_Streams(int width, int height)
    {
        Assert.SkipUnless(TmuxTerminal.IsThere, NoTmux);
        await using var terminal = await TmuxTerminal.StartAsync(width, height, TestContext.Current.CancellationToken);

        // Given: it streams in three sizes.
        (await terminal.ReportAsync()).ShouldBe($"{width}x{height}");
        await terminal.ResizeAsync(width - 9, height - 4);
        (await terminal.ReportAsync()).ShouldBe($"{width - 9}x{height - 4}");
        await terminal.ResizeAsync(width, height);
        (await terminal.ReportAsync()).ShouldBe($"{width}x{height}");

        // When: the same frame is drawn over what was there, and then on an empty screen.
        await terminal.KeyAsync("s");
        var drawnOver = await terminal.CaptureAsync($"still {width}x{height}");
        await terminal.KeyAsync("w");
        var drawnAnew = await terminal.CaptureAsync($"whole {width}x{height}");
        await terminal.KeyAsync("q");
        await terminal.EndAsync();

        // Then
        drawnOver.Length.ShouldBe(height);
        drawnOver[..^1].ShouldBe(drawnAnew[..^1]);
        drawnOver[..^1].ShouldAllBe(row => row.Count(character => character == StageScreen.Bar) == 2 && row.EndsWith(StageScreen.Bar));
        await ShouldBeGivenBackAsync(terminal);
        terminal.ExitCode.ShouldBe("0");
    }

    [Theory]
    [InlineData("x", "the screen is broken")]
    [InlineData("t", "the thread is broken")]
    public async Task Should_Give_The_Terminal_Back_And_Show_What_Was_Thrown(string key, string message)
    {
        Assert.SkipUnless(TmuxTerminal.IsThere, NoTmux);
        await using var terminal = await TmuxTerminal.StartAsync(80, 24, TestContext.Current.CancellationToken);
        await terminal.ReportAsync();

        await terminal.KeyAsync(key);
        await terminal.EndAsync();

        await terminal.CaptureAsync(message);
        await ShouldBeGivenBackAsync(terminal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("QUIT")]
    [InlineData("INT")]
    public async Task Should_Give_The_Terminal_Back_On_A_Signal(string signal)
    {
        Assert.SkipUnless(TmuxTerminal.IsThere, NoTmux);
        await using var terminal = await TmuxTerminal.StartAsync(80, 24, TestContext.Current.CancellationToken);
        await terminal.ReportAsync();

        await terminal.SignalAsync(signal);
        await terminal.EndAsync();

        await ShouldBeGivenBackAsync(terminal);
    }

    private static async Task ShouldBeGivenBackAsync(TmuxTerminal terminal)
    {
        var (before, after) = terminal.Settings;
        before.ShouldContain("speed");
        after.ShouldBe(before);
        (await terminal.AskAsync("screen #{alternate_on} cursor #{cursor_flag} mouse #{mouse_any_flag} wrap #{wrap_flag}"))
            .ShouldBe("screen 0 cursor 1 mouse 0 wrap 1");
    }
}
