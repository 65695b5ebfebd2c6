namespace PluginHost.Terminal.Tests.Widgets.Frames;

public sealed class SplitPaneTests
{
    private readonly Filler _first = new('a');
    private readonly Filler _second = new('b');

    [Fact]
    public void Should_Draw_Both_Sides_And_A_Divider()
    {
        using var stage = new FrameStage(new SplitPane(Orientation.Horizontal, _first, _second), 7, 2);

        stage.Text.ShouldBe("aaa│bbb\naaa│bbb\n");
    }

    [Fact]
    public void Should_Draw_One_Side_Under_The_Other()
    {
        using var stage = new FrameStage(new SplitPane(Orientation.Vertical, _first, _second, 0.25), 3, 5, Theme.Plain.With(Glyphs.Ascii));

        stage.Text.ShouldBe("aaa\n---\nbbb\nbbb\nbbb\n");
    }

    [Fact]
    public void Should_Follow_The_Mouse_And_Tell_It()
    {
        // Given
        var ratios = new List<double>();
        var split = new SplitPane(Orientation.Horizontal, _first, _second) { RatioChanged = ratios.Add };
        using var stage = new FrameStage(split, 11, 1);

        // When
        stage.Drag(5, 0, 8, 0);

        // Then
        stage.Text.ShouldBe("aaaaaaaa│bb\n");
        ratios.ShouldBe([0.8]);
    }

    [Fact]
    public void Should_Keep_The_Fewest_Cells_Of_Both_Sides()
    {
        var split = new SplitPane(Orientation.Horizontal, _first, _second) { FewestOfFirst = 2, FewestOfSecond = 3 };
        using var stage = new FrameStage(split, 11, 1);

        stage.Drag(5, 0, 0, 0);
        stage.Text.ShouldBe("aa│bbbbbbbb\n");
        stage.Drag(2, 0, 10, 0);
        stage.Text.ShouldBe("aaaaaaa│bbb\n");
        stage.Headless.Resize(4, 1);
        stage.Text.ShouldBe("a│bb\n");
    }

    [Fact]
    public void Should_Go_Back_By_A_Double_Click()
    {
        var split = new SplitPane(Orientation.Horizontal, _first, _second, 0.3);
        using var stage = new FrameStage(split, 11, 1);
        stage.Drag(3, 0, 8, 0);

        stage.Headless.Click(8, 0);
        stage.Headless.Click(8, 0);

        stage.Text.ShouldBe("aaa│bbbbbbb\n");
    }

    [Fact]
    public void Should_Move_The_Divider_By_Keys_From_Within_A_Side()
    {
        var inner = new SplitPane(Orientation.Vertical, _first, _second);
        using var stage = new FrameStage(new SplitPane(Orientation.Horizontal, inner, new Filler('c')), 9, 5);

        // When: one key is for the inner split, the other for the outer one.
        stage.Headless.Press(Key.Down, Modifiers.Alt | Modifiers.Shift);
        stage.Headless.Press(Key.Left, Modifiers.Alt | Modifiers.Shift);

        // Then
        stage.Text.ShouldBe("aaa│ccccc\naaa│ccccc\naaa│ccccc\n───│ccccc\nbbb│ccccc\n");
        stage.Headless.Press(Key.Home, Modifiers.Alt | Modifiers.Shift);
        stage.Rows[2].ShouldBe("───│ccccc");
    }

    [Fact]
    public void Should_Zoom_A_Widget_Through_All_Splits_And_Back()
    {
        var outer = new SplitPane(Orientation.Horizontal, new Filler('c'), new SplitPane(Orientation.Vertical, _first, _second));
        using var stage = new FrameStage(outer, 5, 3);

        SplitPane.ToggleZoom(_second);
        stage.Headless.Settle();
        stage.Text.ShouldBe("bbbbb\nbbbbb\nbbbbb\n");
        _second.IsFocused.ShouldBeTrue("the side that had the focus is not seen any more");

        SplitPane.ToggleZoom(_second);
        stage.Headless.Settle();
        stage.Text.ShouldBe("cc│aa\ncc│──\ncc│bb\n");
    }

    [Fact]
    public void Should_Not_Lead_Tab_To_A_Side_That_Is_Not_Seen()
    {
        var split = new SplitPane(Orientation.Horizontal, _first, _second) { Zoomed = SplitSide.First };
        using var stage = new FrameStage(split, 5, 3);

        stage.Headless.Press(Key.Tab);

        _first.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Put_Another_In_The_Place_Of_A_Side()
    {
        var split = new SplitPane(Orientation.Horizontal, _first, _second);
        using var stage = new FrameStage(split, 5, 1);

        split.Replace(SplitSide.Second, new Filler('d'));
        stage.Headless.Settle();

        stage.Text.ShouldBe("aa│dd\n");
        _second.Parent.ShouldBeNull();
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        using var stage = new FrameStage(new SplitPane(Orientation.Horizontal, _first, new SplitPane(Orientation.Vertical, new Filler('c'), _second)), 30, 9);

        stage.SteadyAllocation().ShouldBe(0);
        stage.DrawInSmallSizes();
    }
}
