using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Calibrating;

public sealed class CalibrationTests
{
    private readonly Calibration _calibration = new(new TextOptions { TabWidth = 8 });
    private TextOptions? _finished;

    [Fact]
    public void Should_Leave_Everything_As_It_Is_Where_Nobody_Can_Tell()
    {
        while (_calibration.Current is not null)
            _calibration.Answer(CalibrationAnswer.Same);

        _calibration.Options.ShouldBe(new TextOptions { TabWidth = 8 });
    }

    [Fact]
    public void Should_Follow_The_Answers()
    {
        while (_calibration.Current is not null)
            _calibration.Answer(CalibrationAnswer.B);

        _calibration.Options.ShouldBe(new TextOptions
        {
            TabWidth = 8,
            Reorder = false,
            ShapeArabic = false,
            Widths = new WidthProfile { JoinsEmoji = false, JoinsFlags = false, WidensByVariation = false, Ambiguous = 2 },
        });
        Should.Throw<InvalidOperationException>(() => _calibration.Answer(CalibrationAnswer.A));
    }

    [Fact]
    public void Should_Take_An_Answer_Back()
    {
        _calibration.TakeBack().ShouldBeFalse();
        _calibration.Answer(CalibrationAnswer.B);

        _calibration.TakeBack().ShouldBeTrue();

        (_calibration.Answered, _calibration.Options.Reorder).ShouldBe((0, true));
    }

    [Fact]
    public void Should_Draw_Each_Question_In_Two_Ways_That_Differ()
    {
        foreach (var question in Calibration.Questions)
        {
            var (a, b) = (question.A(new TextOptions()), question.B(new TextOptions()));

            Drawn(question.Sample, a).ShouldNotBe(Drawn(question.Sample, b), question.Title);
        }
    }

    [Fact]
    public void Should_Ask_And_Take_Answers_By_Key_And_By_Click()
    {
        using var stage = new FrameStage(new CalibrationView(_calibration, options => _finished = options), 80, 16);
        stage.Text.ShouldContain("1 of 6");
        stage.Text.ShouldContain("A   Name: ﺚﺤﺑﺍ");
        stage.Text.ShouldContain("B   Name: ﺍﺑﺤﺚ");

        stage.Headless.Type("b");
        stage.Text.ShouldContain("2 of 6");
        stage.Headless.Press(Key.Backspace);
        stage.Headless.Click(5, Array.FindIndex(stage.Rows, row => row.StartsWith("  B ", StringComparison.Ordinal)));
        stage.Text.ShouldContain("2 of 6");
        stage.Headless.Type("assss");

        _finished.ShouldBe(new TextOptions { TabWidth = 8, Reorder = false });
        stage.Text.ShouldContain("Thank you");
        stage.Headless.Type("a");
    }

    [Fact]
    public void Should_Show_The_Lines_Even_Where_There_Is_No_Room_For_Words()
    {
        using var stage = new FrameStage(new CalibrationView(_calibration, _ => { }), 24, 6);

        stage.Text.ShouldContain("  A   Name");
        stage.Text.ShouldContain("  B   Name");
        stage.SteadyAllocation().ShouldBe(0);
        stage.DrawInSmallSizes();
    }

    private static string Drawn(string text, TextOptions options)
    {
        var drawn = "";
        foreach (var cluster in TextLine.Of(text, Direction.LeftToRight, options))
            drawn += $"{cluster.Column}:{cluster.Text} ";

        return drawn;
    }
}
