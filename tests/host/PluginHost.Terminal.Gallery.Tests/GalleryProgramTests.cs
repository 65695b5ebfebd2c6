namespace PluginHost.Terminal.Gallery.Tests;

public sealed class GalleryProgramTests : IDisposable
{
    private readonly HeadlessScreen _screen = new(100, 24, new GalleryProgram(GalleryArguments.Read([])).Screen);

    public void Dispose() => _screen.Dispose();

    [Fact]
    public void Should_Go_Through_The_Pages_By_The_Arrows()
    {
        _screen.ToText().ShouldContain("Every widget of the terminal layer");

        _screen.Press(Key.Down);

        _screen.ToText().ShouldContain("@mjones");
    }

    [Fact]
    public void Should_Find_A_Page_By_Its_Letters()
    {
        _screen.Press('p', Modifiers.Control);
        _screen.Type("hostl");
        _screen.ToText().ShouldContain("Hostile text");
        _screen.Press(Key.Enter);

        _screen.ToText().ShouldContain("␛[31mred?");
    }

    [Fact]
    public void Should_Try_The_Next_Theme()
    {
        _screen.ToText().ShouldContain("Dark");
        _screen.Press(Key.F2);

        _screen.ToText().ShouldContain("Light");
    }

    [Fact]
    public void Should_Suspend_But_Not_Where_A_Field_Undoes()
    {
        _screen.Press('z', Modifiers.Control);

        _screen.SuspendCount.ShouldBe(1);
        _screen.Press('p', Modifiers.Control);
        _screen.Type("text fields\nabc");
        _screen.Press('z', Modifiers.Control);
        _screen.SuspendCount.ShouldBe(1);
    }

    [Fact]
    public void Should_Zoom_A_Page_And_Come_Back()
    {
        _screen.Press(Key.F11);
        _screen.ToText().ShouldNotContain("Dialogs");

        _screen.Press(Key.F11);

        _screen.ToText().ShouldContain("Dialogs");
    }

    [Fact]
    public void Should_Run_A_Menu()
    {
        _screen.Press('t', Modifiers.Alt);
        _screen.Type("h");

        _screen.ToText().ShouldContain("High contrast");
        _screen.ToText().ShouldNotContain("Next one");
    }

    [Fact]
    public void Should_Not_Leave_A_Dialog_By_The_Keys_Of_The_Gallery()
    {
        _screen.Press('p', Modifiers.Control);
        _screen.Type("dialogs\n");
        _screen.Press(Key.Down);
        _screen.Press(Key.Enter);
        _screen.ToText().ShouldContain("Shorten it");

        _screen.Press(Key.F6);
        _screen.Press('p', Modifiers.Control);
        _screen.Press(Key.Enter);

        _screen.ToText().ShouldNotContain("Shorten it");
    }
}
