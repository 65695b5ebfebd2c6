namespace PluginHost.Terminal.Tests.Widgets.Pages;

public sealed class MarkdownPageTests
{
    private readonly MarkdownPage _page = new();

    [Fact]
    public void Should_Set_Blocks_Below_Each_Other()
    {
        _page.Blocks = [new PageHeading(2, "Flavours"), new PageProse(["Secret Breakfast and Elvis", "daily"]), new PageRule(), Prose("end")];
        using var screen = Show(16, 10);

        screen.ToText().ShouldBe("## Flavours\n\nSecret\nBreakfast and\nElvis\ndaily\n\n───────────────\n\nend\n");
    }

    [Fact]
    public void Should_Set_Lists_Under_Their_Marks()
    {
        _page.Blocks =
        [
            new PageList(
            [
                new PageListItem([Prose("one with a long text"), new PageList([Item("within")])]),
                new PageListItem([Prose("done")]) { IsDone = true },
                new PageListItem([Prose("open")]) { IsDone = false },
            ]),
            new PageList([Item("nine"), Item("ten"), new PageListItem([])]) { FirstNumber = 9 },
        ];
        using var screen = Show(20, 10);

        screen.ToText().ShouldBe("• one with a long\n  text\n  • within\n[✓] done\n[ ] open\n\n 9. nine\n10. ten\n11.\n\n");
    }

    [Fact]
    public void Should_Set_A_List_From_Right_To_Left_Where_Its_Text_Runs_So()
    {
        _page.Blocks = [new PageList([Item("مرحبا")]) { FirstNumber = 1 }];
        using var screen = Show(16, 1);

        screen.ToText().TrimEnd('\n').ShouldEndWith(".1");
        screen.ToText()[15..].Trim().ShouldBeEmpty();
    }

    [Fact]
    public void Should_Draw_A_Bar_Beside_All_Rows_Of_A_Quotation()
    {
        _page.Blocks = [new PageQuote([Prose("said by somebody"), new PageQuote([Prose("else")])])];
        using var screen = Show(12, 5);

        screen.ToText().ShouldBe("│ said by\n│ somebody\n│\n│ │ else\n\n");
    }

    [Fact]
    public void Should_Align_The_Cells_Of_A_Table_And_Wrap_Them_In_Their_Columns()
    {
        _page.Blocks = [new PageTable(
            [Alignment.Start, Alignment.End],
            ["flavour", "sold"],
            [["Blue Bottle Coffee", "12"], ["مرحبا", "3"], ["none"]])];
        using var screen = Show(19, 7);

        screen.ToText().ShouldBe(
            "flavour       sold\n──────────────────\nBlue Bottle     12\nCoffee\n       ﺎﺒﺣﺮﻣ     3\nnone\n\n");
    }

    [Fact]
    public void Should_Copy_A_Table_With_Tabs()
    {
        _page.Blocks = [new PageTable([Alignment.Start, Alignment.End], ["a", "b"], [["1", "2"]])];
        using var screen = Show(20, 5);

        _page.SelectAll();

        _page.SelectedText.ShouldBe("a\tb\n\n1\t2");
    }

    [Fact]
    public void Should_Scroll_Through_A_Cell_That_Is_Higher_Than_The_Window()
    {
        _page.Blocks = [new PageTable([Alignment.Start, Alignment.Start], [], [["x", "a b c d e f g h"]])];
        using var screen = Show(5, 2);

        for (var i = 0; i < 20; i++)
            screen.Press(Key.Down);

        screen.ToText().ShouldContain("h");
    }

    [Fact]
    public void Should_Colour_Code_By_Who_Can()
    {
        _page.ColorCode = code => [RichLine.Of(new Segment($"{code.Language}:", Roles.CodeKeyword), new Segment(code.Text, Roles.CodeString))];
        _page.Blocks = [new PageCode("csharp", "\"x\"")];
        using var screen = Show(20, 1);

        screen.ToStyledText().ShouldBe("  csharp:\"x\"\n---\n..aaaaaaa\n---\na default on default, Bold\n");
    }

    [Fact]
    public void Should_Leave_Code_In_The_Order_In_Which_It_Is_Written()
    {
        _page.Blocks = [new PageCode("", "إ = 1;\n\tx")];
        using var screen = Show(20, 2);

        screen.ToText().ShouldEndWith(" = 1;\n      x\n");
    }

    [Fact]
    public void Should_Draw_With_Ascii_Alone_Where_The_Theme_Asks_For_It()
    {
        _page.Blocks = [new PageList([Item("a"), new PageListItem([Prose("b")]) { IsDone = true }]), new PageQuote([Prose("c")]), new PageRule()];
        using var screen = new HeadlessScreen(10, 6, new WidgetScreen(_page, Theme.Plain.With(Glyphs.Ascii)));

        screen.ToText().ShouldBe("* a\n[x] b\n\n| c\n\n---------\n");
    }

    [Fact]
    public void Should_Find_Text_In_Blocks()
    {
        _page.Blocks = [Prose("a"), new PageTable([Alignment.Start, Alignment.Start], [], [["x", "wanted"]])];
        using var screen = Show(20, 5);

        _page.Find("wanted").ShouldBeTrue();

        _page.SelectedText.ShouldBe("wanted");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    public void Should_Stand_Any_Size(int width, int height)
    {
        _page.Blocks =
        [
            new PageQuote([new PageList([new PageListItem([new PageQuote([Prose("deep")])])])]),
            new PageTable([Alignment.Start, Alignment.Center], ["a", "b"], [["long text", "👩‍👩‍👧"]]),
            new PageTable([], [], []),
        ];
        using var screen = Show(width, height);

        for (var i = 0; i < 10; i++)
            screen.Press(Key.Down);

        screen.Press(Key.Right, Modifiers.Shift);
        screen.Click(0, 0);
        screen.Buffer.Height.ShouldBe(height);
    }

    [Fact]
    public void Should_Allocate_Nothing_For_A_Frame_That_It_Has_Drawn_Before()
    {
        _page.Blocks = [new PageHeading(1, "x"), new PageList([Item("مرحبا"), Item("b")]), new PageTable([Alignment.Start, Alignment.End], ["a", "b"], [["1", "2"]]), new PageRule()];
        using var screen = Show(20, 12);
        var canvas = new Canvas(screen.Buffer);
        for (var i = 0; i < 3; i++)
            _page.Screen!.Draw(canvas);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _page.Screen!.Draw(canvas);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static PageProse Prose(string text) => new([text]);

    private static PageListItem Item(string text) => new([Prose(text)]);

    private HeadlessScreen Show(int width, int height) => new(width, height, new WidgetScreen(_page, Theme.Plain));
}
