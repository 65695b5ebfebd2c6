using PluginHost.Terminal.Tests.Widgets.Frames;

namespace PluginHost.Terminal.Tests.Widgets.Dialogs;

public sealed class DialogTests
{
    private readonly Filler _below = new('.');
    private readonly List<string> _answers = [];

    private ConfirmDialog Delete(bool isDangerous) =>
        new("Delete", "spring-campaign", "Its 12 posts go with it.", isDangerous, answer => _answers.Add(answer.ToString()));

    [Fact]
    public void Should_Name_What_It_Asks_About_And_Offer_Cancel_Where_It_Is_Dangerous()
    {
        using var stage = new FrameStage(_below, 40, 7);

        Delete(isDangerous: true).Open(stage.Screen);
        stage.Headless.Settle();

        stage.Text.ShouldBe("""
            ........................................
            .....╭─ Delete spring-campaign? ──╮.....
            .....│ ! Its 12 posts go with it. │.....
            .....│                            │.....
            .....│     [ Delete ]  [ Cancel ] │.....
            .....╰────────────────────────────╯.....
            ........................................

            """);
        stage.Marked(4, Attributes.Reverse).ShouldBe("[ Cancel ]");
    }

    [Fact]
    public void Should_Do_Nothing_By_Enter_Where_It_Is_Dangerous()
    {
        using var stage = new FrameStage(_below, 40, 7);
        Delete(isDangerous: true).Open(stage.Screen);

        stage.Headless.Press(Key.Enter);

        _answers.ShouldBe(["False"]);
        _below.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Do_It_By_Enter_Where_It_Is_Not()
    {
        using var stage = new FrameStage(_below, 40, 7);
        Delete(isDangerous: false).Open(stage.Screen);

        stage.Headless.Press(Key.Enter);

        _answers.ShouldBe(["True"]);
    }

    [Fact]
    public void Should_Go_From_Button_To_Button()
    {
        using var stage = new FrameStage(_below, 40, 7);
        Delete(isDangerous: true).Open(stage.Screen);

        stage.Headless.Press(Key.Left);
        stage.Headless.Type(" ");

        _answers.ShouldBe(["True"]);
    }

    [Fact]
    public void Should_Answer_Once_By_Esc()
    {
        using var stage = new FrameStage(_below, 40, 7);
        var dialog = Delete(isDangerous: false);
        dialog.Open(stage.Screen);

        stage.Headless.Press(Key.Escape);
        dialog.Cancel();

        _answers.ShouldBe(["False"]);
    }

    [Fact]
    public void Should_Be_Pressed_Only_Where_The_Mouse_Comes_Up_On_The_Button()
    {
        using var stage = new FrameStage(_below, 40, 7);
        Delete(isDangerous: true).Open(stage.Screen);
        stage.Headless.Settle();

        stage.Drag(12, 4, 1, 1);
        _answers.ShouldBeEmpty();
        stage.Headless.Click(12, 4);

        _answers.ShouldBe(["True"]);
    }

    [Fact]
    public void Should_Show_The_Buttons_However_Small_The_Screen_Is()
    {
        using var stage = new FrameStage(_below, 30, 5);
        new MessageDialog(Severity.Bad, "Sent", string.Join(' ', Enumerable.Repeat("word", 100))).Open(stage.Screen);
        stage.Headless.Settle();
        stage.Rows[3].ShouldContain("[ Close ]");

        stage.Headless.Resize(12, 3);

        stage.Text.ShouldContain("Clos");
        stage.DrawInSmallSizes();
    }

    [Fact]
    public void Should_Scroll_A_Long_Message()
    {
        using var stage = new FrameStage(_below, 30, 8);
        new MessageDialog(Severity.Information, "Long", string.Join(' ', Enumerable.Range(0, 100))).Open(stage.Screen);
        stage.Headless.Settle();
        stage.Text.ShouldContain("0 1 2 3");

        for (var i = 0; i < 20; i++)
            stage.Headless.Press(Key.PageDown);

        stage.Text.ShouldContain("98 99");
    }

    [Fact]
    public void Should_Offer_Several_Ways_The_Harmless_One_First()
    {
        using var stage = new FrameStage(_below, 60, 8);
        new MessageDialog(Severity.Warning, "Not saved", "draft.md was changed.", [new DialogChoice("Save", () => _answers.Add("save")), new DialogChoice("Discard", () => _answers.Add("discard")), new DialogChoice("Stay", () => _answers.Add("stay"))])
            .Open(stage.Screen);

        stage.Headless.Press(Key.Enter);

        _answers.ShouldBe(["stay"]);
    }

    [Fact]
    public void Should_Open_Another_From_An_Answer()
    {
        using var stage = new FrameStage(_below, 60, 8);
        new ConfirmDialog("Send", "post", "", false, _ => Delete(isDangerous: true).Open(stage.Screen)).Open(stage.Screen);

        stage.Headless.Press(Key.Enter);
        stage.Headless.Press(Key.Enter);

        _answers.ShouldBe(["False"]);
        _below.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public void Should_Say_At_Every_Key_Whether_A_Text_Will_Do()
    {
        using var stage = new FrameStage(_below, 40, 9);
        var dialog = new InputDialog("Rename", "New name", "Rename", text => text.Length < 3 ? "Three letters at least." : null, _answers.Add) { Text = "ab" };
        dialog.Open(stage.Screen);
        stage.Headless.Settle();
        stage.Text.ShouldContain("✗ Three letters at least.");

        stage.Headless.Press(Key.Enter);
        _answers.ShouldBeEmpty();
        stage.Headless.Type("xyz");

        stage.Text.ShouldNotContain("Three letters");
        stage.Headless.Press(Key.Enter);
        _answers.ShouldBe(["xyz"], "all of the old text was selected");
    }

    [Fact]
    public void Should_Tell_That_No_Text_Was_Given()
    {
        using var stage = new FrameStage(_below, 40, 9);
        new InputDialog("Rename", "", "Rename", _ => null, _answers.Add) { Cancelled = () => _answers.Add("cancelled") }.Open(stage.Screen);

        stage.Headless.Press(Key.Tab);
        stage.Headless.Press(Key.Tab);
        stage.Headless.Press(Key.Enter);

        _answers.ShouldBe(["cancelled"]);
    }

    [Fact]
    public void Should_Hold_A_Form_And_Say_Why_It_Cannot_Be_Accepted()
    {
        string? problem = "The form is empty.";
        using var stage = new FrameStage(_below, 40, 11);
        new FormDialog("New", new Filler('f'), 20, 3, "Create", () => problem, () => _answers.Add("created")).Open(stage.Screen);

        stage.Headless.Press(Key.Enter, Modifiers.Control);
        stage.Text.ShouldContain("✗ The form is empty");
        problem = null;
        stage.Headless.Press(Key.Enter, Modifiers.Control);

        _answers.ShouldBe(["created"]);
    }

    [Fact]
    public void Should_Stand_Any_Size_And_Allocate_Nothing()
    {
        using var stage = new FrameStage(_below, 60, 14);
        new InputDialog("مرحبا", "Name 👩‍👩‍👧", "Go", _ => "\e[31mNo\u202E", _ => { }).Open(stage.Screen);
        new ConfirmDialog("احذف", "\e[2J", "تم الاتصال بالخادم", true, _ => { }).Open(stage.Screen);
        stage.Headless.Settle();

        stage.SteadyAllocation().ShouldBe(0);
        stage.DrawInSmallSizes();
    }
}
