namespace PluginHost.Terminal.Tests.Screens;

public sealed class TerminalCheckTests
{
    [Theory]
    [InlineData(true, false, "xterm", "standard input is a file or a pipe")]
    [InlineData(false, true, "xterm", "standard output is a file or a pipe")]
    [InlineData(false, false, "dumb", "TERM=dumb")]
    public void Should_Say_What_Is_Missing_And_What_To_Do(bool isInputRedirected, bool isOutputRedirected, string term, string expected)
    {
        var thrown = Should.Throw<TerminalException>(() => TerminalCheck.Environment(isInputRedirected, isOutputRedirected, _ => term));

        thrown.Message.ShouldContain(expected);
        thrown.Message.ShouldMatch("Start the program|Use another");
    }

    [Fact]
    public void Should_Say_How_Large_It_Must_Be()
    {
        var thrown = Should.Throw<TerminalException>(() => TerminalCheck.Size((19, 30), new TerminalOptions()));

        thrown.Message.ShouldBe("The terminal has 19 columns and 30 rows; 20 and 5 are needed. Enlarge its window.");
        Should.NotThrow(() => TerminalCheck.Size((20, 5), new TerminalOptions()));
    }
}
