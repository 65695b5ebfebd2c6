namespace PluginHost.Terminal.Tests.Screens;

public sealed class EnvironmentCapabilitiesTests
{
    [Theory]
    [InlineData("TERM=xterm", ColorDepth.Sixteen)]
    [InlineData("TERM=xterm-256color", ColorDepth.Palette)]
    [InlineData("TERM=xterm-256color COLORTERM=truecolor", ColorDepth.TrueColor)]
    [InlineData("TERM=xterm-kitty", ColorDepth.TrueColor)]
    [InlineData("TERM=xterm-direct", ColorDepth.TrueColor)]
    [InlineData("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", ColorDepth.Palette)]
    [InlineData("TERM=screen-256color TMUX=/tmp/x TERM_PROGRAM=WezTerm", ColorDepth.Palette)]
    [InlineData("TERM=linux", ColorDepth.Sixteen)]
    [InlineData("TERM=dumb COLORTERM=truecolor", ColorDepth.None)]
    [InlineData("TERM=xterm-kitty NO_COLOR=1", ColorDepth.None)]
    [InlineData("TERM=xterm-kitty NO_COLOR=", ColorDepth.TrueColor)]
    [InlineData("", ColorDepth.Sixteen)]
    public void Should_Tell_The_Colours(string environment, ColorDepth expected) => Read(environment).Colors.ShouldBe(expected);

    [Theory]
    [InlineData("TERM=xterm-kitty", true, true)]
    [InlineData("TERM=xterm-256color VTE_VERSION=7006", true, true)]
    [InlineData("TERM=xterm-256color VTE_VERSION=x", true, false)]
    [InlineData("TERM=xterm-kitty TMUX=/tmp/x", true, false)]
    [InlineData("TERM=linux", false, false)]
    [InlineData("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", false, false)]
    public void Should_Tell_Links_And_Squiggles(string environment, bool links, bool squiggles)
    {
        var capabilities = Read(environment);

        (capabilities.HasHyperlinks, capabilities.HasSquiggles).ShouldBe((links, squiggles));
    }

    private static TerminalCapabilities Read(string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return EnvironmentCapabilities.Read(name => variables.GetValueOrDefault(name));
    }
}
