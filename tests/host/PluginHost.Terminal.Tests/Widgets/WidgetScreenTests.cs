namespace PluginHost.Terminal.Tests.Widgets;

public sealed class WidgetScreenTests
{
    private readonly Box _left = new('l');
    private readonly Box _right = new('r');
    private readonly Box _whole;
    private readonly WidgetScreen _screen;

    public WidgetScreenTests()
    {
        _whole = new Box('.') { IsStop = false }.With(_left, new Rect(0, 0, 3, 2)).With(_right, new Rect(5, 0, 3, 2));
        _screen = new WidgetScreen(_whole, Theme.Plain);
    }

    [Fact]
    public void Should_Give_The_First_Widget_That_Can_The_Focus()
    {
        using var headless = new HeadlessScreen(8, 2, _screen);

        _screen.Focused.ShouldBe(_left);
        (_left.IsFocused, _left.HasFocus, _whole.HasFocus, _right.HasFocus).ShouldBe((true, true, true, false));
        headless.ToText().ShouldBe("lll..rrr\nlll..rrr\n");
    }

    [Fact]
    public void Should_Go_Round_With_Tab_And_Back_With_Shift()
    {
        using var headless = new HeadlessScreen(8, 2, _screen);

        headless.Press(Key.Tab);
        _screen.Focused.ShouldBe(_right);
        headless.Press(Key.Tab);
        _screen.Focused.ShouldBe(_left);
        headless.Press(Key.Tab, Modifiers.Shift);
        _screen.Focused.ShouldBe(_right);
    }

    [Fact]
    public void Should_Lead_A_Key_From_The_Focus_Up_And_Then_To_Whoever_Wants_The_Rest()
    {
        // Given
        var unused = new List<string>();
        _screen.UnusedKey = key =>
        {
            unused.Add(key.Text);
            return true;
        };
        using var headless = new HeadlessScreen(8, 2, _screen);
        _left.Heard.Clear();

        // When
        headless.Type("x");

        // Then
        _left.Heard.ShouldBe(["Character x"]);
        _whole.Heard.ShouldBe(["Character x"]);
        unused.ShouldBe(["x"]);
        _right.Heard.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Ask_The_First_Key_Before_Anybody()
    {
        _screen.FirstKey = key => key.Text == "x";
        using var headless = new HeadlessScreen(8, 2, _screen);
        _left.Heard.Clear();

        headless.Type("xy");

        _left.Heard.ShouldBe(["Character y"]);
    }

    [Fact]
    public void Should_Focus_What_Is_Clicked_And_Tell_The_Place_In_It()
    {
        using var headless = new HeadlessScreen(8, 2, _screen);

        headless.Click(6, 1);

        _screen.Focused.ShouldBe(_right);
        _right.Heard.ShouldBe(["focus", "Press 1,1 1", "Release 1,1 1"]);
        _left.Heard.ShouldBe(["focus", "blur"]);
    }

    [Fact]
    public void Should_Count_Clicks_In_One_Place_In_A_Short_Time()
    {
        // Given
        using var headless = new HeadlessScreen(8, 2, _screen);
        _left.Heard.Clear();

        // When
        headless.Click(1, 1);
        headless.Click(1, 1);
        headless.Advance(TimeSpan.FromMilliseconds(500));
        headless.Click(1, 1);
        headless.Click(2, 1);

        // Then
        _left.Heard.Where(heard => heard.StartsWith("Press", StringComparison.Ordinal)).ShouldBe(["Press 1,1 1", "Press 1,1 2", "Press 1,1 1", "Press 2,1 1"]);
    }

    [Fact]
    public void Should_Keep_The_Mouse_With_Whom_It_Was_Pressed_On_Until_It_Comes_Up()
    {
        // Given
        using var headless = new HeadlessScreen(8, 2, _screen);
        _left.Heard.Clear();

        // When
        headless.Send(new MouseInput(1, 0, MouseButton.Left, MouseAction.Press, Modifiers.None));
        headless.Send(new MouseInput(6, 1, MouseButton.Left, MouseAction.Move, Modifiers.None));
        headless.Send(new MouseInput(6, 1, MouseButton.Left, MouseAction.Release, Modifiers.None));
        headless.Send(new MouseInput(6, 1, MouseButton.None, MouseAction.Move, Modifiers.None));

        // Then
        _left.Heard.ShouldBe(["Press 1,0 1", "Move 6,1 1", "Release 6,1 1"]);
        _right.Heard.ShouldBe(["Move 1,1 1"]);
    }

    [Fact]
    public void Should_Lead_The_Wheel_To_What_Lies_Under_It_And_Leave_The_Focus()
    {
        using var headless = new HeadlessScreen(8, 2, _screen);

        headless.Send(new MouseInput(6, 0, MouseButton.WheelDown, MouseAction.Press, Modifiers.None));

        _right.Heard.ShouldBe(["Press 1,0 0"]);
        _screen.Focused.ShouldBe(_left);
    }

    [Fact]
    public void Should_Give_The_Focus_Back_When_A_Layer_Closes()
    {
        // Given
        var closed = 0;
        using var headless = new HeadlessScreen(8, 2, _screen);
        _screen.Focus(_right);
        var inside = new Box('o');
        _screen.Open(new Layer(inside, all => new Rect(2, 0, 4, 1)) { Closed = () => closed++ });
        headless.Settle();
        (_screen.Focused, headless.ToText()).ShouldBe((inside, "lloooorr\nlll..rrr\n"));

        // When
        headless.Press(Key.Escape);

        // Then
        (_screen.Focused, closed, headless.ToText()).ShouldBe((_right, 1, "lll..rrr\nlll..rrr\n"));
        inside.Heard.ShouldBe(["focus", "Escape", "blur"]);
    }

    [Fact]
    public void Should_Peel_One_Layer_With_Each_Escape_In_Whatever_Order_They_Close()
    {
        // Given
        using var headless = new HeadlessScreen(8, 2, _screen);
        var lower = new Layer(new Box('1'), all => all);
        var upper = new Layer(new Box('2'), all => all);
        _screen.Open(lower);
        _screen.Open(upper);

        // When the lower one goes first
        _screen.Close(lower);
        _screen.Focused.ShouldBe(upper.Content);
        headless.Press(Key.Escape);

        // Then
        (_screen.Focused, _screen.Layers.Count).ShouldBe((_left, 0));
    }

    [Fact]
    public void Should_Not_Let_The_Mouse_Through_A_Layer_That_Takes_Input()
    {
        using var headless = new HeadlessScreen(8, 2, _screen);
        _screen.Open(new Layer(new Box('o'), all => new Rect(0, 0, 1, 1)) { ClosesOnClickBeside = true });
        headless.Settle();
        _right.Heard.Clear();

        headless.Send(new MouseInput(6, 1, MouseButton.Left, MouseAction.Press, Modifiers.None));

        _right.Heard.ShouldBeEmpty();
        _screen.Layers.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Let_Keys_And_Mouse_Pass_A_Layer_That_Takes_None()
    {
        using var headless = new HeadlessScreen(8, 2, _screen);
        var toast = new Box('t');
        _screen.Open(new Layer(toast, all => new Rect(7, 1, 1, 1)) { TakesInput = false });
        headless.Settle();

        headless.Press(Key.Escape);
        headless.Click(6, 1);

        (_screen.Layers.Count, _screen.Focused).ShouldBe((1, _right));
        toast.Heard.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Let_The_Focus_Go_With_A_Part_That_Is_Let_Go()
    {
        using var headless = new HeadlessScreen(8, 2, _screen);
        _screen.Focus(_right);

        _whole.Drop(_right);
        headless.Settle();

        _screen.Focused.ShouldBeNull();
        headless.Press(Key.Tab);
        _screen.Focused.ShouldBe(_left);
    }

    [Fact]
    public void Should_Hand_Pasted_Text_To_The_Focus()
    {
        using var headless = new HeadlessScreen(8, 2, _screen);

        headless.Paste("two\nlines");

        _left.Heard.ShouldBe(["focus", "paste two\nlines"]);
    }
}
