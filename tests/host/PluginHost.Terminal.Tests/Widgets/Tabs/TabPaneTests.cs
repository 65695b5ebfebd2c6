using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Tabs;

public sealed class TabPaneTests
{
    private readonly TabPane _tabs = new() { Welcome = "Ctrl+N opens a page." };
    private readonly Filler _first = new('a');

    public TabPaneTests()
    {
        _tabs.Add(new Tab("One", _first));
        _tabs.Add(new Tab("Two", new Filler('b')) { IsChanged = true });
        _tabs.Add(new Tab("Three", new Filler('c')) { CanClose = false });
    }

    [Fact]
    public void Should_Show_The_First_And_What_Was_Changed()
    {
        using var stage = new FrameStage(_tabs, 24, 2);

        stage.Text.ShouldBe(" One ×  Two ●  Three\naaaaaaaaaaaaaaaaaaaaaaaa\n");
        _first.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Show_A_Tab_That_Is_Clicked()
    {
        using var stage = new FrameStage(_tabs, 24, 2);

        stage.Headless.Click(9, 0);

        stage.Rows[1].ShouldStartWith("bbb");
        stage.Headless.Click(17, 0);
        stage.Rows[0].ShouldBe(" One    Two ●  Three", "the third cannot be closed");
    }

    [Fact]
    public void Should_Close_By_The_Cross_And_Show_The_Neighbour()
    {
        using var stage = new FrameStage(_tabs, 24, 2);

        stage.Headless.Click(5, 0);

        stage.Text.ShouldBe(" Two ●  Three\nbbbbbbbbbbbbbbbbbbbbbbbb\n");
    }

    [Fact]
    public void Should_Close_By_The_Middle_Button_What_Is_Not_Shown()
    {
        using var stage = new FrameStage(_tabs, 24, 2);

        stage.Headless.Click(9, 0, MouseButton.Middle);
        stage.Headless.Click(9, 0, MouseButton.Middle);

        stage.Text.ShouldBe(" One ×  Three\naaaaaaaaaaaaaaaaaaaaaaaa\n");
    }

    [Fact]
    public void Should_Keep_A_Tab_Whose_Owner_Objects()
    {
        Tab? asked = null;
        _tabs.Strip.MayClose = tab =>
        {
            asked = tab;
            return false;
        };
        using var stage = new FrameStage(_tabs, 24, 2);

        stage.Headless.Press('w', Modifiers.Control);

        asked.ShouldBe(_tabs.Tabs[0]);
        _tabs.Tabs.Count.ShouldBe(3);
    }

    [Fact]
    public void Should_Go_Round_By_Keys_From_Within_And_Keep_The_Focus_Within()
    {
        using var stage = new FrameStage(_tabs, 24, 2);

        stage.Headless.Press(Key.PageUp, Modifiers.Control);
        stage.Rows[1].ShouldStartWith("ccc");
        stage.Headless.Press(Key.PageDown, Modifiers.Control);

        stage.Rows[1].ShouldStartWith("aaa");
        _first.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Answer_Keys_While_The_Titles_Have_The_Focus()
    {
        using var stage = new FrameStage(_tabs, 24, 2);
        stage.Headless.Press(Key.Tab);

        stage.Headless.Press(Key.Right);
        stage.Headless.Press(Key.Left, Modifiers.Shift);
        stage.Rows[0].ShouldBe(" Two ●  One    Three");
        stage.Headless.Press(Key.Delete);
        stage.Rows[0].ShouldBe(" One ×  Three");

        _tabs.Strip.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Move_A_Tab_That_Is_Dragged()
    {
        using var stage = new FrameStage(_tabs, 24, 2);

        stage.Drag(1, 0, 9, 0);

        stage.Rows[0].ShouldBe(" Two ●  One ×  Three");
    }

    [Fact]
    public void Should_Welcome_Where_There_Is_No_Tab()
    {
        using var stage = new FrameStage(_tabs, 24, 2);

        foreach (var tab in _tabs.Tabs.ToArray())
            _tabs.Remove(tab);

        stage.Headless.Settle();
        stage.Text.ShouldBe("\n Ctrl+N opens a page.\n");
        _tabs.Active.ShouldBeNull();
    }

    [Fact]
    public void Should_Scroll_By_Arrows_Where_Not_All_Fit()
    {
        using var stage = new FrameStage(_tabs, 14, 2);
        stage.Rows[0].ShouldBe(" One ×  … ●  ›");

        stage.Headless.Click(13, 0);
        stage.Rows[0].ShouldBe("‹  Two ●     ›");
        stage.Headless.Press(Key.PageUp, Modifiers.Control);
        stage.Rows[0].ShouldBe("‹  Three");
        stage.Rows[1].ShouldStartWith("ccc");

        stage.Headless.Resize(24, 2);
        stage.Rows[0].ShouldBe(" One    Two ●  Three");
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        _tabs.Add(new Tab("مرحبا بالعالم", new Filler('d')));
        _tabs.Add(new Tab("👩‍👩‍👧 \e[31m", new Filler('e')));
        using var stage = new FrameStage(_tabs, 60, 3);

        stage.SteadyAllocation().ShouldBe(0);
        stage.DrawInSmallSizes();
    }
}
