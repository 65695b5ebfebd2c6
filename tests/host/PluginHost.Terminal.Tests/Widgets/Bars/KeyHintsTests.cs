using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Bars;

public sealed class KeyHintsTests
{
    private readonly KeyHints _hints = new();
    private string _pressed = "";

    public KeyHintsTests() => _hints.Hints =
    [
        new KeyHint("Ctrl+Enter", "send") { Run = () => _pressed = "send" },
        new KeyHint("Ctrl+S", "plan…") { Run = () => _pressed = "plan" },
        new KeyHint("Esc", "keep as draft"),
    ];

    [Fact]
    public void Should_Tell_What_Can_Be_Pressed()
    {
        using var stage = new FrameStage(_hints, 60, 1);

        stage.Text.ShouldBe(" Ctrl+Enter send   Ctrl+S plan…   Esc keep as draft\n");
        stage.Marked(0, Attributes.Bold).ShouldBe("Ctrl+EnterCtrl+SEsc");
    }

    [Fact]
    public void Should_Leave_Out_Whole_Hints()
    {
        using var stage = new FrameStage(_hints, 40, 1);

        stage.Text.ShouldBe(" Ctrl+Enter send   Ctrl+S plan…  …\n");
        stage.Headless.Resize(8, 1);
        stage.Text.ShouldBe("…\n");
        stage.DrawInSmallSizes();
    }

    [Fact]
    public void Should_Do_By_A_Click_What_The_Key_Does()
    {
        using var stage = new FrameStage(_hints, 60, 1);

        stage.Headless.Click(22, 0);

        _pressed.ShouldBe("plan");
    }

    [Fact]
    public void Should_Allocate_Nothing()
    {
        using var stage = new FrameStage(_hints, 60, 1);

        stage.SteadyAllocation().ShouldBe(0);
    }
}
