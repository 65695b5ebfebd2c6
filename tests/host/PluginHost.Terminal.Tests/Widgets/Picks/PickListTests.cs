using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Picks;

public sealed class PickListTests
{
    private readonly Fruits _fruits = new();
    private readonly List<string> _picked = [];
    private readonly Filler _below = new('.');

    private PickList List() => new(_fruits, item => _picked.Add(item.Title)) { Title = "Fruit", Hint = "name", Welcome = "No such fruit." };

    [Fact]
    public void Should_Show_All_With_Their_Details_And_Why_One_Cannot_Be_Picked()
    {
        using var stage = new FrameStage(_below, 36, 8);

        List().Open(stage.Screen);
        stage.Headless.Settle();

        stage.Text.ShouldBe("""
            .╭─ Fruit ────────────────────────╮.
            .│ > name                         │.
            .│ Apple                       F5 │.
            .│ Apricot                     F5 │.
            .│ Banana      off: out of season │.
            .╰────────────────────────────────╯.
            ....................................
            ....................................

            """);
    }

    [Fact]
    public void Should_Narrow_Down_Set_Off_What_Was_Found_And_Pick()
    {
        using var stage = new FrameStage(_below, 36, 8);
        List().Open(stage.Screen);

        stage.Headless.Type("pr");
        stage.Rows[2].ShouldBe(".│ Apricot                     F5 │.");
        stage.Marked(2, Attributes.Underline).ShouldBe("pr");
        stage.Headless.Type("\n");

        _picked.ShouldBe(["Apricot"]);
        _below.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Not_Pick_What_Cannot_Be_Picked()
    {
        using var stage = new FrameStage(_below, 36, 8);
        var list = List();
        list.Open(stage.Screen);

        stage.Headless.Type("ban\n");

        _picked.ShouldBeEmpty();
        list.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Should_Pick_By_A_Click()
    {
        using var stage = new FrameStage(_below, 36, 8);
        List().Open(stage.Screen);
        stage.Headless.Settle();

        stage.Headless.Click(5, 3);

        _picked.ShouldBe(["Apricot"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_Tell_That_Nothing_Was_Picked(bool byKey)
    {
        var cancelled = 0;
        using var stage = new FrameStage(_below, 36, 9);
        new PickList(_fruits, item => _picked.Add(item.Title)) { Cancelled = () => cancelled++ }.Open(stage.Screen);
        stage.Headless.Settle();

        if (byKey)
            stage.Headless.Press(Key.Escape);
        else
            stage.Headless.Click(0, 0);

        cancelled.ShouldBe(1);
        stage.Screen.Layers.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Say_So_Where_Nothing_Fits()
    {
        using var stage = new FrameStage(_below, 36, 9);
        var list = List();
        list.Open(stage.Screen);

        stage.Headless.Type("zz\n");

        stage.Text.ShouldContain("No such fruit.");
        list.Selected.ShouldBeNull();
    }

    [Fact]
    public void Should_Show_More_Of_What_Is_Selected_Where_There_Is_Room()
    {
        var selected = new List<string?>();
        using var stage = new FrameStage(_below, 80, 12);
        var list = new PickList(_fruits, _ => { }) { Preview = item => new Filler(item.Title[1]), SelectionChanged = item => selected.Add(item?.Title) };
        list.Open(stage.Screen);
        stage.Headless.Settle();
        stage.Text.ShouldContain("│ppppppppp");

        stage.Headless.Press(Key.Down);
        stage.Headless.Press(Key.Down);

        stage.Text.ShouldContain("│aaaaaaaaa");
        selected.ShouldBe(["Apple", "Apricot", "Banana"]);
        stage.Headless.Resize(40, 12);
        stage.Text.ShouldNotContain("aaaaa");
    }

    [Fact]
    public void Should_Look_Only_At_What_Is_Seen_Of_Many()
    {
        var many = new ManyItems();
        using var stage = new FrameStage(_below, 60, 20);

        new PickList(many, _ => { }).Open(stage.Screen);
        stage.Headless.Press(Key.PageDown);

        stage.Text.ShouldContain("100000");
        many.Asked.ShouldBeLessThan(100);
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        _fruits.Titles = ["مرحبا بالعالم", "👩‍👩‍👧 family", "\e[31m\u202Ehostile"];
        using var stage = new FrameStage(_below, 60, 12);
        List().Open(stage.Screen);
        stage.Headless.Settle();

        stage.SteadyAllocation().ShouldBe(0);
        stage.DrawInSmallSizes();
    }
}
