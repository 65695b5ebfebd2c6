using PluginHost.Workbench.Keys;

namespace PluginHost.Workbench.Tests.Keys;

public sealed class KeyChordTests
{
    [Theory]
    [InlineData("ctrl+k n", "Ctrl+K n")]
    [InlineData("CTRL+Shift+P", "Ctrl+Shift+P")]
    [InlineData("alt+enter", "Alt+Enter")]
    [InlineData("escape", "Esc")]
    [InlineData("pgdn", "PgDn")]
    [InlineData("ctrl++", "Ctrl++")]
    [InlineData("+", "+")]
    [InlineData("ctrl+\\", "Ctrl+\\")]
    [InlineData("shift+?", "?")]
    [InlineData("ctrl+space", "Ctrl+Space")]
    public void Should_Read_A_Chord_And_Write_It_As_People_Do(string written, string shown) =>
        KeyChord.TryParse(written, out _).ShouldNotBeNull().ToString().ShouldBe(shown);

    [Theory]
    [InlineData("", "No key is written here. Write it as ctrl+k n.")]
    [InlineData("super+k", "\"super\" in \"super+k\" is held down with no key here. Known are ctrl, alt and shift.")]
    [InlineData("ctrl+entr", "There is no key \"entr\". Did you mean \"enter\"?")]
    public void Should_Say_What_Is_Wrong_With_A_Chord(string written, string problem)
    {
        KeyChord.TryParse(written, out var said).ShouldBeNull();

        said.ShouldBe(problem);
    }

    [Fact]
    public void Should_Be_The_Key_That_Is_Typed_Whatever_The_Keyboard_Needs_For_It()
    {
        KeyPress.Typed("?", KeyModifiers.Shift).ShouldBe(new KeyPress("?"));
        KeyPress.Typed("A", KeyModifiers.None).ShouldBe(new KeyPress("a", KeyModifiers.Shift));
        KeyPress.Typed("å", KeyModifiers.None).ShouldBe(new KeyPress("å"));
        KeyPress.Typed(" ", KeyModifiers.None).ShouldBe(new KeyPress("space"));
    }
}
