using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Popups;

public sealed class PopupTests
{
    private readonly Filler _below = new('.');

    [Fact]
    public void Should_Say_Something_Near_A_Place_And_Leave_The_Keys_Alone()
    {
        using var stage = new FrameStage(_below, 26, 6);
        var popup = new Popup("Asks the person at the screen.", new Rect(2, 0, 4, 1)) { MostColumns = 16, Title = "Ask" };

        popup.Open(stage.Screen);
        stage.Headless.Type("x");

        stage.Text.ShouldStartWith("""
            ..........................
            ..╭─ Ask ────────────╮....
            ..│ Asks the person  │....
            ..│ at the screen.   │....
            ..╰──────────────────╯....
            """);
        _below.Keys.ShouldHaveSingleItem();
        popup.Close();
        stage.Headless.Settle();
        stage.Text.ShouldNotContain("Ask");
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        using var stage = new FrameStage(_below, 40, 9);
        new Popup("Hostile \e[31m text, مرحبا بالعالم and 👩‍👩‍👧 in one.\nتم الاتصال بالخادم", new Rect(30, 8, 1, 1)) { Title = "مرحبا" }.Open(stage.Screen);
        stage.Headless.Settle();

        stage.SteadyAllocation().ShouldBe(0);
        stage.DrawInSmallSizes();
    }
}
