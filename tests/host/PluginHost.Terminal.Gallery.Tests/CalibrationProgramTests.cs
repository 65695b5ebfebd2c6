namespace PluginHost.Terminal.Gallery.Tests;

public sealed class CalibrationProgramTests
{
    private readonly CalibrationProgram _program = new();

    [Fact]
    public void Should_Say_How_The_Terminal_Is_To_Be_Used()
    {
        using var screen = new HeadlessScreen(80, 24, _program.Screen);

        screen.Type("basaab");

        screen.IsStopped.ShouldBeTrue();
        Told().ShouldBe("""
            This terminal is to be used so:
              put text into visual order   no
              join Arabic letters          yes
              joined emoji take two cells  yes
              flags take two cells         yes
              symbols widen to pictures    yes
              ambiguous signs take         2

            """);
    }

    [Fact]
    public void Should_Change_Nothing_Where_It_Was_Left()
    {
        using var screen = new HeadlessScreen(80, 24, _program.Screen);

        screen.Type("b");
        screen.Press(Key.Escape);

        screen.IsStopped.ShouldBeTrue();
        Told().ShouldStartWith("Left before the last question: nothing is changed.");
    }

    private string Told()
    {
        var output = new StringWriter();
        _program.Tell(output);
        return output.ToString().ReplaceLineEndings("\n");
    }
}
