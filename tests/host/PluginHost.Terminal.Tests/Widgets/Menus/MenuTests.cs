using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Menus;

public sealed class MenuTests
{
    private readonly List<string> _run = [];
    private readonly Filler _below = new('.');
    private readonly MenuBar _bar;
    private readonly FrameStage _stage;

    public MenuTests()
    {
        _bar = new MenuBar([new MenuItem("File") { Items = Files }, new MenuItem("Edit") { Items = () => [Item("Undo"), Item("Redo")] }]) { Detail = "rehearsal" };
        _stage = new FrameStage(new Dock(_below).AddTop(_bar, 1), 44, 10);
        _stage.Screen.UnusedKey = _bar.TakeShortcut;
        _stage.Headless.Settle();
    }

    private MenuItem[] Files() =>
    [
        new MenuItem("New") { Keys = "Ctrl+N", Run = () => _run.Add("New") },
        new MenuItem("Open recent") { Items = () => [Item("one"), Item("two")] },
        MenuItem.Separator(),
        new MenuItem("Post") { Keys = "x", Refusal = () => "budget is spent", Run = () => _run.Add("Post") },
        new MenuItem("Rehearse") { IsOn = true, Run = () => _run.Add("Rehearse") },
    ];

    private MenuItem Item(string title) => new(title) { Run = () => _run.Add(title) };

    [Fact]
    public void Should_Show_What_There_Is_And_Why_Something_Cannot_Be_Chosen()
    {
        _stage.Rows[0].ShouldBe(" File  Edit                       rehearsal");

        _stage.Headless.Press(Key.F10);

        _stage.Text.ShouldStartWith("""
             File  Edit                       rehearsal
            ╭─────────────────────────────────────╮.....
            │  New                        Ctrl+N  │.....
            │  Open recent                       ›│.....
            │─────────────────────────────────────│.....
            │  Post         off: budget is spent  │.....
            │✓ Rehearse                           │.....
            ╰─────────────────────────────────────╯.....
            """);
        _stage.Marked(2, Attributes.Reverse).Trim().ShouldStartWith("New");
    }

    [Fact]
    public void Should_Run_By_Keys_Once_The_Menu_Is_Closed()
    {
        _stage.Headless.Press('f', Modifiers.Alt);
        _stage.Headless.Press(Key.Up);
        _stage.Headless.Press(Key.Enter);

        _run.ShouldBe(["Rehearse"]);
        _stage.Screen.Layers.ShouldBeEmpty();
        _below.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Not_Run_What_Cannot_Be_Chosen()
    {
        _stage.Headless.Press(Key.F10);
        _stage.Headless.Type("p\n");

        _run.ShouldBeEmpty();
        _stage.Screen.Layers.Count.ShouldBe(1);
    }

    [Fact]
    public void Should_Go_Into_A_Menu_Behind_An_Entry_And_Back()
    {
        _stage.Headless.Press(Key.F10);
        _stage.Headless.Press(Key.Down);
        _stage.Headless.Press(Key.Right);
        _stage.Text.ShouldContain("two");

        _stage.Headless.Press(Key.Escape);
        _stage.Text.ShouldNotContain("two");
        _stage.Headless.Press(Key.Right);
        _stage.Headless.Type("t");

        _run.ShouldBe(["two"]);
    }

    [Fact]
    public void Should_Go_To_The_Neighbour_By_Left_And_Right()
    {
        _stage.Headless.Press(Key.F10);

        _stage.Headless.Press(Key.Right);
        _bar.Opened.ShouldBe(1);
        _stage.Rows[2].ShouldStartWith("......│  Undo");
        _stage.Headless.Press(Key.Left);

        _bar.Opened.ShouldBe(0);
        _stage.Screen.Layers.Count.ShouldBe(1);
    }

    [Fact]
    public void Should_Run_By_Clicks_And_Go_Along_The_Bar()
    {
        _stage.Headless.Click(2, 0);
        _stage.Headless.Click(8, 0);
        _bar.Opened.ShouldBe(1);

        _stage.Headless.Click(9, 3);

        _run.ShouldBe(["Redo"]);
        _bar.Opened.ShouldBe(-1);
    }

    [Fact]
    public void Should_Run_What_The_Mouse_Was_Dragged_To()
    {
        _stage.Drag(2, 0, 5, 2);

        _run.ShouldBe(["New"]);
    }

    [Fact]
    public void Should_Open_What_Is_Behind_An_Entry_Under_The_Mouse()
    {
        _stage.Headless.Press(Key.F10);

        _stage.Headless.Send(new MouseInput(5, 3, MouseButton.None, MouseAction.Move, Modifiers.None));

        _stage.Text.ShouldContain("two");
    }

    [Fact]
    public void Should_Close_By_A_Click_Beside_And_Leave_What_Is_There_Alone()
    {
        _stage.Headless.Press(Key.F10);

        _stage.Headless.Click(40, 8);

        _bar.Opened.ShouldBe(-1);
        _stage.Screen.Layers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 1, 1, 2)]
    [InlineData(43, 1, 34, 2)]
    [InlineData(1, 9, 1, 5)]
    [InlineData(43, 9, 34, 5)]
    public void Should_Keep_The_Menu_Of_A_Place_On_The_Screen(int x, int y, int left, int top)
    {
        Menu.OpenAt(_stage.Screen, x, y, [Item("Undo"), Item("Redo")]);
        _stage.Headless.Settle();

        _stage.Rows[top].IndexOf('╭').ShouldBe(left);
    }

    [Fact]
    public void Should_Scroll_Where_The_Screen_Is_Too_Low()
    {
        Menu.OpenAt(_stage.Screen, 0, 0, [.. Enumerable.Range(0, 30).Select(i => Item($"entry {i}"))]);

        _stage.Headless.Press(Key.End);

        _stage.Text.ShouldContain("entry 29");
        _stage.Text.ShouldNotContain("entry 1 ");
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        _stage.Headless.Press(Key.F10);
        _stage.Headless.Press(Key.Down);
        _stage.Headless.Press(Key.Right);

        _stage.SteadyAllocation().ShouldBe(0);
        _stage.DrawInSmallSizes();
    }

    [Fact]
    public void Should_Set_Arabic_At_The_Right_And_Keep_The_Keys_Apart()
    {
        Menu.OpenAt(_stage.Screen, 0, 0, [new MenuItem("فتح") { Keys = "Ctrl+O" }, Item("A long title")]);
        _stage.Headless.Settle();

        _stage.Rows[2].ShouldStartWith("│  Ctrl+O     ");
    }
}
