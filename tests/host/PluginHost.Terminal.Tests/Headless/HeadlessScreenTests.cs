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
