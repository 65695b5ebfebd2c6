namespace PluginHost.Terminal.Tests.Widgets.Frames;

public sealed class PaneTests
{
    [Fact]
    public void Should_Have_An_Edge_Only_While_It_Has_The_Focus()
    {
        using var stage = new FrameStage(new SplitPane(Orientation.Horizontal, new Pane("One", new Filler('a')), new Pane("Two", new Filler('b'))), 15, 3);
        stage.Text.ShouldBe("┃ One  │  Two\n┃aaaaaa│ bbbbbb\n┃aaaaaa│ bbbbbb\n");

        stage.Headless.Press(Key.Tab);

        stage.Text.ShouldBe("  One  │┃ Two\n aaaaaa│┃bbbbbb\n aaaaaa│┃bbbbbb\n");
        stage.Marked(0, Attributes.Underline).ShouldBe("Two");
    }

    [Fact]
    public void Should_Show_The_Detail_Where_There_Is_Room_And_Open_It()
    {
        // Given
        var opened = new List<string>();
        var pane = new Pane("Inbox", new Filler('a')) { Detail = RichLine.Of(new Segment("4 waiting", Roles.Warning) { Target = "waiting" }), Opened = opened.Add };
        using var stage = new FrameStage(pane, 24, 2);
        stage.Rows[0].ShouldBe("┃ Inbox       4 waiting");

        // When
        stage.Headless.Click(15, 0);
        stage.Headless.Resize(16, 2);

        // Then
        opened.ShouldBe(["waiting"]);
        stage.Rows[0].ShouldBe("┃ Inbox");
    }

    [Fact]
    public void Should_Set_An_Arabic_Title_At_The_Right()
    {
        using var stage = new FrameStage(new Pane("مرحبا", new Filler('a')), 14, 2);

        stage.Rows[0].ShouldStartWith("┃       ");
        stage.Rows[0].TrimEnd().Length.ShouldBe(14);
    }

    [Fact]
    public void Should_Take_All_The_Room_By_A_Double_Click_On_The_Title()
    {
        var second = new Pane("Two", new Filler('b'));
        using var stage = new FrameStage(new SplitPane(Orientation.Horizontal, new Pane("One", new Filler('a')), second), 15, 2);

        stage.Headless.Click(11, 0);
        stage.Headless.Click(11, 0);

        stage.Text.ShouldBe("┃ Two\n┃bbbbbbbbbbbbbb\n");
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        using var stage = new FrameStage(new Pane("👩‍👩‍👧 family \e[31m", new Filler('a')) { Detail = "12" }, 30, 3);

        stage.SteadyAllocation().ShouldBe(0);
        stage.DrawInSmallSizes();
    }
}
