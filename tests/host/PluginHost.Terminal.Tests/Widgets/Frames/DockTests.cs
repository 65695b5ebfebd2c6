namespace PluginHost.Terminal.Tests.Widgets.Frames;

public sealed class DockTests
{
    [Fact]
    public void Should_Give_The_Rest_To_One()
    {
        var dock = new Dock(new Filler('c')).AddTop(new Filler('1'), 1).AddTop(new Filler('2'), 1).AddBottom(new Filler('9'), 1).AddBottom(new Filler('8'), 2);
        using var stage = new FrameStage(dock, 2, 7);

        stage.Text.ShouldBe("11\n22\ncc\ncc\n88\n88\n99\n");
        stage.Headless.Resize(2, 3);
        stage.Text.ShouldBe("11\n22\ncc\n");
        stage.DrawInSmallSizes();
    }

    [Fact]
    public void Should_Lead_Tab_From_The_Top_Down()
    {
        Filler top = new('t'), content = new('c'), low = new('l'), lowest = new('b');
        using var stage = new FrameStage(new Dock(content).AddBottom(lowest, 1).AddBottom(low, 1).AddTop(top, 1), 2, 5);
        var order = new List<Widget?>();

        for (var i = 0; i < 4; i++)
        {
            order.Add(stage.Screen.Focused);
            stage.Headless.Press(Key.Tab);
        }

        order.ShouldBe([top, content, low, lowest]);
    }

    [Fact]
    public void Should_Give_The_Rest_To_Another()
    {
        var dock = new Dock(new Filler('c')).AddTop(new Filler('1'), 1);
        using var stage = new FrameStage(dock, 2, 2);

        dock.Replace(new Filler('d'));
        stage.Headless.Settle();

        stage.Text.ShouldBe("11\ndd\n");
    }
}
