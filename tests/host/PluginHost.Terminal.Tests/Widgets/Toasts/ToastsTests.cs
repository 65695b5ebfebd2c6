using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Toasts;

public sealed class ToastsTests : IDisposable
{
    private readonly Filler _below = new('.');
    private readonly FrameStage _stage;
    private readonly Terminal.Toasts _toasts;
    private readonly List<string> _run = [];

    public ToastsTests()
    {
        _stage = new FrameStage(_below, 30, 9);
        _toasts = new Terminal.Toasts(_stage.Screen);
        _stage.Screen.FirstKey = _toasts.TakeShortcut;
    }

    public void Dispose() => _stage.Dispose();

    private Toast Show(Toast toast)
    {
        _toasts.Show(toast);
        _stage.Headless.Settle();
        return toast;
    }

    [Fact]
    public void Should_Stand_In_The_Corner_With_A_Sign_And_What_Can_Be_Done()
    {
        Show(new Toast(Severity.Good, "Sent") { Text = "To 3 profiles.", Actions = [new ToastAction("Undo", 'u', () => _run.Add("undo"))] });

        _stage.Rows[4].ShouldBe("╭ ✓ Sent ───────────────── × ╮");
        _stage.Rows[5].ShouldBe("│ To 3 profiles.             │");
        _stage.Rows[6].ShouldBe("│ Undo Alt+U                 │");
        _below.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Run_An_Action_By_Key_Or_By_Click()
    {
        Toast Undo() => new(Severity.Good, "Sent") { Actions = [new ToastAction("Undo", 'u', () => _run.Add("undo"))], Closed = () => _run.Add("closed") };

        Show(Undo());
        _stage.Headless.Press('u', Modifiers.Alt);
        _run.ShouldBe(["closed", "undo"]);
        Show(Undo());
        _stage.Headless.Click(4, 6);

        _run.ShouldBe(["closed", "undo", "closed", "undo"]);
        _toasts.Count.ShouldBe(0);
        _stage.Screen.Layers.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Go_When_Its_Time_Is_Over_But_What_Is_Bad_Stays()
    {
        Show(new Toast(Severity.Good, "Sent"));
        Show(new Toast(Severity.Bad, "Refused"));

        _stage.Headless.Advance(TimeSpan.FromSeconds(4.9));
        _toasts.Count.ShouldBe(2);
        _stage.Headless.Advance(TimeSpan.FromSeconds(0.2));
        _toasts.Count.ShouldBe(1);
        _stage.Headless.Advance(TimeSpan.FromHours(1));

        _stage.Text.ShouldContain("Refused");
    }

    [Fact]
    public void Should_Wait_Under_The_Mouse()
    {
        Show(new Toast(Severity.Good, "Sent"));
        _stage.Headless.Send(new MouseInput(10, 6, MouseButton.None, MouseAction.Move, Modifiers.None));

        _stage.Headless.Advance(TimeSpan.FromMinutes(1));
        _toasts.Count.ShouldBe(1);
        _stage.Headless.Send(new MouseInput(1, 1, MouseButton.None, MouseAction.Move, Modifiers.None));
        _stage.Headless.Advance(TimeSpan.FromSeconds(1.1));

        _toasts.Count.ShouldBe(0);
    }

    [Fact]
    public void Should_Stay_While_It_Is_Under_Way()
    {
        var toast = Show(new Toast(Severity.Information, "Loading") { Progress = 0 });

        _stage.Headless.Advance(TimeSpan.FromMinutes(1));
        toast.Progress = 0.5;
        _stage.Headless.Settle();
        _stage.Rows[6].ShouldBe("│ ██████████░░░░░░░░░░  50 % │");
        toast.Progress = 1;
        _stage.Headless.Advance(TimeSpan.FromSeconds(5.1));

        _toasts.Count.ShouldBe(0);
    }

    [Fact]
    public void Should_Count_Those_That_Do_Not_Fit()
    {
        for (var i = 0; i < 6; i++)
            Show(new Toast(Severity.Bad, $"number {i}") { Text = "text" });

        _stage.Text.ShouldContain("4 more");
        _stage.Text.ShouldContain("number 5");
        _stage.Text.ShouldNotContain("number 3");
        _toasts.HiddenCount.ShouldBe(4);

        _toasts.CloseNewest().ShouldBeTrue();
        _stage.Headless.Settle();
        _stage.Text.ShouldContain("number 3");
    }

    [Fact]
    public void Should_Close_By_The_Cross()
    {
        var toast = Show(new Toast(Severity.Bad, "Refused"));

        _stage.Headless.Click(27, 6);

        toast.Owner.ShouldBeNull();
        _toasts.Count.ShouldBe(0);
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        Show(new Toast(Severity.Warning, "مرحبا \e[31m") { Text = "👩‍👩‍👧 family تم الاتصال", Progress = 0.3, Actions = [new ToastAction("احذف", 'x', () => { })] });
        Show(new Toast(Severity.Bad, "two"));
        Show(new Toast(Severity.Bad, "three"));

        _stage.SteadyAllocation().ShouldBe(0);
        _stage.DrawInSmallSizes();
    }
}
