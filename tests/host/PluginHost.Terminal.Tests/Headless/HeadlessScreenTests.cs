using System.Xml.Linq;
using PluginHost.Terminal.Tests.Screens;

namespace PluginHost.Terminal.Tests.Headless;

public sealed class HeadlessScreenTests
{
    private readonly FakeScreen _screen = new() { Text = "<hi> & 中" };

    [Fact]
    public void Should_Show_The_First_Frame_As_Text()
    {
        using var headless = new HeadlessScreen(20, 2, _screen);

        headless.ToText().ShouldStartWith("<hi> & 中\n");
        headless.FrameCount.ShouldBe(1);
    }

    [Fact]
    public void Should_Tell_Styles_By_Marks()
    {
        using var headless = new HeadlessScreen(20, 1, _screen);

        headless.ToStyledText().ShouldBe("<hi> & 中\n---\naaaaaaaaa\n---\na 2 on default\n");
    }

    [Fact]
    public void Should_Draw_A_Picture_That_Is_Well_Formed()
    {
        using var headless = new HeadlessScreen(20, 2, _screen);

        var picture = XDocument.Parse(headless.ToSvg());

        picture.Root!.Name.LocalName.ShouldBe("svg");
        string.Concat(picture.Descendants().Where(node => node.Name.LocalName == "text").Select(node => node.Value)).ShouldStartWith("<hi> & 中");
    }

    [Theory]
    [InlineData(CursorShape.Block, "8.4", "16", "0")]
    [InlineData(CursorShape.Bar, "2", "16", "0")]
    [InlineData(CursorShape.Underline, "8.4", "2", "14")]
    public void Should_Show_The_Cursor_In_The_Picture(CursorShape shape, string width, string height, string y)
    {
        using var headless = new HeadlessScreen(20, 2, _screen);
        headless.Buffer.Cursor = new Cursor(0, 0, shape);

        var cursor = XDocument.Parse(headless.ToSvg()).Descendants().Last(node => node.Name.LocalName == "rect");

        (cursor.Attribute("width")!.Value, cursor.Attribute("height")!.Value, cursor.Attribute("y")!.Value).ShouldBe((width, height, y));
    }

    [Fact]
    public void Should_Lead_From_The_Picture_To_Where_A_Link_Leads()
    {
        using var headless = new HeadlessScreen(20, 2, _screen);
        var canvas = new Canvas(headless.Buffer);
        canvas.Write(0, 0, "here", canvas.Link(default, "https://example.org/?a=1&b=\"2\""));

        var link = XDocument.Parse(headless.ToSvg()).Descendants().Single(node => node.Name.LocalName == "a");

        (link.Attribute("href")!.Value, link.Value).ShouldBe(("https://example.org/?a=1&b=\"2\"", "here"));
    }

    [Fact]
    public void Should_Hand_In_Keys_Mouse_And_Paste()
    {
        using var headless = new HeadlessScreen(20, 2, _screen);

        headless.Type("é\n");
        headless.Press(Key.F5, Modifiers.Shift);
        headless.Click(3, 1);
        headless.Paste("text");
        headless.Resize(30, 4);

        _screen.Inputs.ShouldBe(
        [
            new KeyInput(Key.Character, "é", Modifiers.None),
            new KeyInput(Key.Enter, "", Modifiers.None),
            new KeyInput(Key.F5, "", Modifiers.Shift),
            new MouseInput(3, 1, MouseButton.Left, MouseAction.Press, Modifiers.None),
            new MouseInput(3, 1, MouseButton.Left, MouseAction.Release, Modifiers.None),
            new PasteInput("text"),
            new ResizeInput(30, 4),
        ]);
        (headless.Buffer.Width, headless.Buffer.Height).ShouldBe((30, 4));
    }

    [Fact]
    public void Should_Run_What_Falls_Due_And_Draw_Once()
    {
        // Given
        using var headless = new HeadlessScreen(20, 2, _screen);
        var fired = new List<TimeSpan>();
        var start = headless.Clock.GetUtcNow();
        using var timer = headless.Clock.CreateTimer(
            _ => headless.Post(() => fired.Add(headless.Clock.GetUtcNow() - start)), null, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1));

        // When
        headless.Advance(TimeSpan.FromMilliseconds(299));
        fired.ShouldBeEmpty();
        headless.Advance(TimeSpan.FromSeconds(2));

        // Then
        fired.Count.ShouldBe(2);
        headless.FrameCount.ShouldBe(2);
    }

    [Fact]
    public void Should_Remember_What_The_Screen_Asked_For()
    {
        using var headless = new HeadlessScreen(20, 2, _screen);

        _screen.Frames!.CopyToClipboard("copied").ShouldBeTrue();
        _screen.Frames.CopyToClipboard(new string('x', 80_000)).ShouldBeFalse();
        _screen.Frames.Suspend();
        _screen.Frames.Stop();

        (headless.Clipboard, headless.SuspendCount, headless.IsStopped).ShouldBe(("copied", 1, true));
    }
}
