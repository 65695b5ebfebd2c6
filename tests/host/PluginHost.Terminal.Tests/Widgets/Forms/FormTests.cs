namespace PluginHost.Terminal.Tests.Widgets.Forms;

public sealed class FormTests
{
    private readonly TextField _name = new("Name") { IsRequired = true };
    private readonly NumberField _count = new("Tickets") { Least = 1, Greatest = 9, MayBeBroken = false, Help = "At most nine" };
    private readonly FlagField _agreed = new("Terms") { Caption = "read" };
    private readonly List<string> _events = [];

    [Fact]
    public void Should_Set_Fields_Beside_Their_Labels_With_Help_Below()
    {
        using var screen = Show(Make(_name, _count, _agreed), 30, 8);
        screen.Type("Kari");

        screen.ToText().ShouldBe("Name    Kari\n\nTickets\n        At most nine\n\nTerms   [ ] read\n\n        [ OK ] [ Cancel ]\n");
    }

    [Fact]
    public void Should_Set_Labels_Above_Where_It_Is_Narrow()
    {
        using var screen = Show(Make(_name, _agreed), 12, 7);
        screen.Type("Kari");

        screen.ToText().ShouldBe("Name\nKari\n\nTerms\n[ ] read\n\n[ OK ] [ … ]\n");
    }

    [Fact]
    public void Should_Set_Labels_And_Values_From_Right_To_Left_In_Their_Own_Fields()
    {
        var arabic = new TextField("الاسم") { Value = "مرحبا" };
        using var screen = Show(Make(arabic, new TextField("A long label")), 40, 4);

        var row = screen.ToText().Split('\n')[0];
        row[..5].ShouldBe("     ");
        row[12].ShouldBe(' ');
        row.Length.ShouldBeInRange(39, 40);
    }

    [Fact]
    public void Should_Go_Through_Fields_And_Buttons_By_Tab()
    {
        using var screen = Show(Make(_name, _count, _agreed), 30, 10);

        var names = Enumerable.Range(0, 6).Select(_ =>
        {
            var focused = _name.Screen!.Focused;
            screen.Press(Key.Tab);
            return focused is TextInput ? focused.Parent : focused;
        }).ToList();

        names[..3].ShouldBe([_name, _count, _agreed]);
        names[3].ShouldNotBe(names[4]);
        names[5].ShouldBe(_name);
    }

    [Fact]
    public void Should_Submit_By_Enter_Where_Nothing_Is_Wrong()
    {
        using var screen = Show(Make(_name, _count), 30, 8);

        screen.Type("Kari");
        screen.Press(Key.Tab);
        screen.Type("3\n");

        _events.ShouldBe(["submitted"]);
        (_name.Value, _count.Value).ShouldBe(("Kari", 3m));
    }

    [Fact]
    public void Should_Say_What_Is_Wrong_Under_The_Field_And_Go_There()
    {
        using var screen = Show(Make(_agreed, _name, _count), 40, 10);

        screen.Press(Key.Enter);

        _events.ShouldBeEmpty();
        screen.ToText().ShouldContain("✗ This is needed.");
        _name.HasFocus.ShouldBeTrue();
        screen.Type("K");
        screen.ToText().ShouldNotContain("✗");
    }

    [Theory]
    [InlineData("x", "This is not a number.")]
    [InlineData("0", "At least 1 is needed.")]
    [InlineData("10", "At most 9 is possible.")]
    [InlineData("1.5", "A whole number is needed.")]
    [InlineData("٣", null)]
    [InlineData("", null)]
    public void Should_Check_Numbers_As_They_Are_Written(string written, string? problem)
    {
        using var screen = Show(Make(_count), 40, 5);

        screen.Type("7");
        screen.Press(Key.Backspace);
        screen.Type(written);

        _count.Problem.ShouldBe(problem);
    }

    [Fact]
    public void Should_Ask_The_Program_At_Each_Change_And_When_It_Is_Submitted()
    {
        var asked = new List<string>();
        var field = new TextField("Name")
        {
            Validate = value =>
            {
                asked.Add(value);
                return value == "ab" ? "Taken" : null;
            },
        };
        using var screen = Show(Make(field), 30, 5);

        screen.Type("ab\n");

        asked.ShouldBe(["a", "ab", "ab"]);
        field.Problem.ShouldBe("Taken");
        _events.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Show_What_Only_The_Other_End_Knows_Until_The_Next_Change()
    {
        using var screen = Show(Make(_name), 30, 5);

        _name.Problem = "Unknown there";
        screen.Settle();
        screen.ToText().ShouldContain("✗ Unknown there");
        screen.Type("x");

        screen.ToText().ShouldNotContain("Unknown");
    }

    [Fact]
    public void Should_Cancel_By_Escape_And_By_The_Button()
    {
        using var screen = Show(Make(_name), 30, 5);

        screen.Press(Key.Escape);
        screen.Click(14, 2);
        _events.ShouldBe(["cancelled", "cancelled"]);
        screen.Click(6, 2);

        _name.Problem.ShouldBe("This is needed.");
    }

    [Fact]
    public void Should_Tick_By_Space_And_By_The_Mouse_Without_Colour()
    {
        using var screen = Show(Make(_agreed), 30, 3);

        screen.Type(" ");
        screen.ToText().ShouldStartWith("Terms [✓] read\n");
        screen.Click(7, 0);

        _agreed.Value.ShouldBeFalse();
    }

    [Fact]
    public void Should_Hide_A_Secret()
    {
        var secret = new TextField("Key") { IsSecret = true };
        using var screen = Show(Make(secret), 30, 3);

        screen.Type("hunter2");

        screen.ToText().ShouldNotContain("hunter2");
        secret.Value.ShouldBe("hunter2");
    }

    [Theory]
    [InlineData("2026-03-02 09:30", true, null)]
    [InlineData("2026-3-2 9:30", true, null)]
    [InlineData("2026-02-30 09:30", true, "Write day and time as 2026-03-02 09:30.")]
    [InlineData("2026-03-02", true, "Write day and time as 2026-03-02 09:30.")]
    [InlineData("2026-03-02", false, null)]
    [InlineData("tomorrow", false, "Write the day as 2026-03-02.")]
    public void Should_Read_Days_And_Times(string written, bool hasTime, string? problem)
    {
        var field = new InstantField("When") { HasTime = hasTime };
        using var screen = Show(Make(field), 30, 4);

        screen.Type(written);

        field.Problem.ShouldBe(problem);
        (field.Value?.Date).ShouldBe(problem is null ? new DateTime(2026, 3, 2) : null);
    }

    [Fact]
    public void Should_Scroll_To_The_Field_That_Has_The_Focus()
    {
        var fields = Enumerable.Range(0, 10).Select(i => new TextField($"Field {i}")).ToArray();
        using var screen = Show(Make(fields), 30, 5);
        screen.ToText().ShouldContain("Field 0");

        screen.Press(Key.Tab, Modifiers.Shift);
        screen.ToText().ShouldContain("[ OK ]");
        screen.Press(Key.Tab);
        screen.ToText().ShouldStartWith("Field 0");
        screen.Send(new MouseInput(0, 0, MouseButton.WheelDown, MouseAction.Press, Modifiers.None));

        screen.ToText().ShouldNotContain("Field 0");
    }

    [Fact]
    public void Should_Give_The_Focus_To_The_Field_Whose_Label_Is_Clicked()
    {
        using var screen = Show(Make(_name, _count), 30, 8);

        screen.Click(0, 2);

        _count.HasFocus.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(3, 30)]
    public void Should_Stand_Any_Size(int width, int height)
    {
        var choice = new ChoiceField("中文", ["a", "b"]) { Value = 1 };
        using var screen = Show(Make(_name, _count, _agreed, choice, new TextsField("Texts") { Value = ["x"] }, new InstantField("When")), width, height);

        for (var i = 0; i < 10; i++)
        {
            screen.Press(Key.Tab);
            screen.Type(" ");
            screen.Press(Key.Escape);
        }

        screen.Click(0, 0);
        screen.Buffer.Width.ShouldBe(width);
    }

    [Fact]
    public void Should_Allocate_Nothing_For_A_Frame_That_It_Has_Drawn_Before()
    {
        _name.Value = "مرحبا";
        _count.Problem = "Wrong";
        var form = Make(_name, _count, _agreed, new ChoiceField("One", ["a", "b"]) { Value = 1 }, new TextsField("Texts") { Value = ["x"] });
        using var screen = Show(form, 40, 20);
        var canvas = new Canvas(screen.Buffer);
        for (var i = 0; i < 3; i++)
            form.Screen!.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        form.Screen!.Draw(canvas);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static HeadlessScreen Show(Form form, int width, int height) => new(width, height, new WidgetScreen(form, Theme.Plain));

    private Form Make(params FormField[] fields) => new(fields)
    {
        Submitted = () => _events.Add("submitted"),
        Cancelled = () => _events.Add("cancelled"),
    };
}
