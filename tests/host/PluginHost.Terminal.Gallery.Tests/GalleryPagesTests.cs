namespace PluginHost.Terminal.Gallery.Tests;

public sealed class GalleryPagesTests
{
    public static TheoryData<string> Pages => [.. GalleryPages.All.Select(page => page.Id)];

    [Fact]
    public void Should_Have_A_Name_Of_Its_Own_For_Every_Page() => GalleryPages.All.Select(page => page.Id).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Should_Show_Every_Page_In_Every_Theme_And_Size(string page)
    {
        var gallery = new GalleryProgram(GalleryArguments.Read(["--page", page]));
        using var screen = new HeadlessScreen(120, 36, gallery.Screen);
        var title = GalleryPages.Find(page)!.Title;

        for (var theme = 0; theme < GalleryThemes.Count; theme++)
        {
            screen.ToText().ShouldContain(title);
            screen.ToText().ShouldContain(GalleryThemes.TitleAt(theme));
            foreach (var (width, height) in new[] { (300, 80), (80, 24), (40, 8), (7, 3), (1, 1), (120, 36) })
                screen.Resize(width, height);

            screen.Press(Key.F2);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Should_Answer_Keys_And_Clicks_On_Every_Page(string page)
    {
        var gallery = new GalleryProgram(GalleryArguments.Read(["--page", page]));
        using var screen = new HeadlessScreen(100, 30, gallery.Screen);
        screen.Press(Key.F6);

        foreach (var key in new[] { Key.Down, Key.PageDown, Key.End, Key.Tab, Key.Enter, Key.Right, Key.Left, Key.Home, Key.Up, Key.Escape, Key.Menu, Key.Escape, Key.Backspace, Key.Delete })
            screen.Press(key);

        for (var y = 0; y < 30; y += 3)
        {
            screen.Click(30 + y, y);
            screen.Click(60, y, MouseButton.Right);
            screen.Send(new MouseInput(50, y, MouseButton.WheelDown, MouseAction.Press, Modifiers.None));
            screen.Advance(TimeSpan.FromMilliseconds(50));
        }

        screen.IsStopped.ShouldBeFalse();
        screen.Press('q', Modifiers.Control);
        screen.IsStopped.ShouldBeTrue();
    }

    [Fact]
    public void Should_Show_No_Sign_Beyond_Ascii_Where_The_Terminal_Asks_For_That()
    {
        var gallery = new GalleryProgram(GalleryArguments.Read(["--page", "splits", "--theme", "bare"]));
        using var screen = new HeadlessScreen(100, 30, gallery.Screen);

        var signs = screen.ToText().Where(character => character is >= '\u2190' and <= '\u2bff').Distinct();

        signs.ShouldBeEmpty();
    }
}
