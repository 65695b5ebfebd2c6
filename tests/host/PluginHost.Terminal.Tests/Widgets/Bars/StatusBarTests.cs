using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Bars;

public sealed class StatusBarTests
{
    private readonly StatusBar _bar = new();
    private readonly List<string> _opened = [];

    public StatusBarTests()
    {
        _bar.Opened = _opened.Add;
        _bar.Add(new StatusItem("ready") { Priority = 5 });
        _bar.Add(new StatusItem(RichLine.Of(new Segment("3 planned", Roles.Text) { Target = "outbox" }, new Segment(", ", Roles.Dim), new Segment("4 wait", Roles.Warning) { Target = "inbox" })));
        _bar.Add(new StatusItem("Ctrl+P") { IsRight = true, Priority = 9, Target = "palette" });
    }

    [Fact]
    public void Should_Stand_At_Both_Ends()
    {
        using var stage = new FrameStage(_bar, 40, 1);

        stage.Text.ShouldBe(" ready  3 planned, 4 wait        Ctrl+P\n");
    }

    [Fact]
    public void Should_Leave_Out_What_Matters_Least()
    {
        using var stage = new FrameStage(_bar, 20, 1);

        stage.Text.ShouldBe(" ready       Ctrl+P\n");
        stage.Headless.Resize(10, 1);
        stage.Text.ShouldBe("   Ctrl+P\n");
        stage.Headless.Resize(6, 1);
        stage.Text.ShouldBe(" Ctr…\n");
        stage.DrawInSmallSizes();
    }

    [Fact]
    public void Should_Open_The_Part_That_Is_Clicked()
    {
        using var stage = new FrameStage(_bar, 40, 1);

        stage.Headless.Click(9, 0);
        stage.Headless.Click(20, 0);
        stage.Headless.Click(35, 0);
        stage.Headless.Click(3, 0);

        _opened.ShouldBe(["outbox", "inbox", "palette"]);
    }

    [Fact]
    public void Should_Open_By_Keys()
    {
        using var stage = new FrameStage(_bar, 40, 1);

        stage.Headless.Press(Key.Enter);
        stage.Headless.Press(Key.Right);
        stage.Marked(0, Attributes.Underline).ShouldBe("Ctrl+P");
        stage.Headless.Press(Key.Right);
        stage.Headless.Press(Key.Enter);

        _opened.ShouldBe(["outbox", "palette"]);
    }

    [Fact]
    public void Should_Take_No_Focus_Where_Nothing_Can_Be_Opened()
    {
        var bar = new StatusBar();
        bar.Add(new StatusItem("ready"));

        bar.CanFocus.ShouldBeFalse();
    }

    [Fact]
    public void Should_Allocate_Nothing()
    {
        _bar.Add(new StatusItem("تم الاتصال ❤️"));
        using var stage = new FrameStage(_bar, 60, 1);

        stage.SteadyAllocation().ShouldBe(0);
    }
}
