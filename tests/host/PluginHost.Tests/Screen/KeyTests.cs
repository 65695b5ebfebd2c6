using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Tests.Screen;

public sealed class KeyTests(GuestPlugin guest)
{
    [Fact]
    public async Task Should_Lead_A_Newcomer_From_Welcome_To_A_Post_In_At_Most_Ten_Keys_Besides_The_Text()
    {
        // Given
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.ShowsAsync("1  Write a post");

        // When: each key stands on the screen.
        place.Press('1');
        await WritingAsync(place);
        place.Screen.Type("Open until six.");
        await place.ShowsAsync("F5 Send");
        place.Press(Key.F5);
        await place.ShowsAsync("Goes out at 09:00:05");
        await place.UntilAsync(() =>
        {
            place.Advance(TimeSpan.FromSeconds(1));
            return place.Text.Contains("✓ out: @shop", StringComparison.Ordinal);
        });

        // Then
        place.Presses.ShouldBeLessThanOrEqualTo(10);
        await place.OpenAsync("posting.timeline.view", "Open until six.");
    }

    [Fact]
    public async Task Should_Never_Run_A_Command_By_A_Letter_That_Is_Written()
    {
        await using var place = await ComposingAsync();

        place.Screen.Type("x?:/f1d");

        Written(place).ShouldBe("x?:/f1d");
        place.Workbench.Layers.ShouldBeEmpty();
        place.Press(Key.F9);
        await place.ShowsAsync("F9 ran");
        place.Text.ShouldNotContain("the letter ran");
        Written(place).ShouldBe("x?:/f1d");
    }

    [Fact]
    public async Task Should_Take_The_Second_Key_Of_A_Chord_For_The_Chord_Where_A_Text_Is_Written()
    {
        await using var place = await ComposingAsync();
        place.Screen.Type("mango");

        place.Ctrl('k');
        place.Press('t');

        place.Workbench.Layers.ShouldHaveSingleItem();
        Written(place).ShouldBe("mango");
        place.Press(Key.Escape);
        place.Press('s');
        Written(place).ShouldBe("mangos");
    }

    [Fact]
    public async Task Should_Copy_Cut_Paste_And_Take_Back_In_A_Text()
    {
        await using var place = await ComposingAsync();
        place.Screen.Type("mango");

        place.Ctrl('a');
        place.Ctrl('c');
        place.Screen.Clipboard.ShouldBe("mango");
        place.Ctrl('x');
        Written(place).ShouldBe("");
        place.Ctrl('v');
        place.Ctrl('v');
        Written(place).ShouldBe("mangomango");
        place.Ctrl('z');
        Written(place).ShouldBe("mango");
        place.Screen.IsStopped.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Move_By_Words_In_A_Text_And_Write_There()
    {
        await using var place = await ComposingAsync();
        place.Screen.Type("one two");

        place.Press(Key.Left, Modifiers.Control);
        place.Screen.Type("and ");

        Written(place).ShouldBe("one and two");
    }

    [Fact]
    public async Task Should_Lead_The_Caret_Where_A_Command_Leads_It()
    {
        await using var place = await ComposingAsync();
        place.Screen.Type(new string('a', 600));
        await place.ShowsAsync("too long");

        await place.UntilAsync(() => place.Workbench.Focused?.Model is EditorModel { Problems.Count: > 0 });
        place.Press(Key.F8);
        place.Screen.Type("X");

        Written(place).IndexOf('X', StringComparison.Ordinal).ShouldBeInRange(1, 599);
    }

    [Fact]
    public async Task Should_Paste_Into_A_Text_Into_The_Palette_And_Into_A_Form()
    {
        await using var place = await ComposingAsync();
        place.Screen.Paste("two\nlines");
        Written(place).ShouldBe("two\nlines");

        place.Ctrl('p');
        place.Screen.Paste("guest");
        await place.ShowsAsync("Guest: Count");
        Written(place).ShouldBe("two\nlines");
        place.Press(Key.Escape);

        await place.OpenAsync("guest.form", "Order");
        await place.UntilAsync(() => place.Workbench.Focused?.Model is FormModel);
        place.Screen.Paste("!");
        place.Workbench.Focused!.Model.ShouldBeOfType<FormModel>().Fields[0].Input.Text.ShouldBe("مانجو!");
    }

    [Fact]
    public async Task Should_Peel_One_Layer_With_Each_Esc()
    {
        // Given: a filter on a zoomed view, and the palette over it.
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.OpenAsync("guest.table", "Vanilla");
        place.Press('z', Modifiers.Alt);
        place.Press('/');
        place.Screen.Type("mango");
        await place.ShowsNoMoreAsync("Vanilla");
        place.Press(Key.Enter);
        place.Workbench.Layers.ShouldBeEmpty();
        place.Ctrl('p');
        place.Workbench.Layers.ShouldHaveSingleItem();

        // When, Then
        place.Press(Key.Escape);
        place.Workbench.Layers.ShouldBeEmpty();
        place.Text.ShouldNotContain("Vanilla");
        place.Press(Key.Escape);
        place.Text.ShouldContain("Vanilla");
        place.Workbench.Layout.Zoomed.ShouldNotBeNull();
        place.Press(Key.Escape);
        place.Workbench.Layout.Zoomed.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Show_What_Is_Typed_Into_A_Filter_And_The_Cursor_Behind_It()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.OpenAsync("guest.table", "Vanilla");

        place.Press('/');
        place.Screen.Type("co");
        await place.ShowsNoMoreAsync("Vanilla");

        var (x, y) = place.PlaceOf("/ co");
        place.Screen.Buffer.Cursor.ShouldSatisfyAllConditions(cursor => cursor.IsVisible.ShouldBeTrue(), cursor => cursor.X.ShouldBe(x + 4), cursor => cursor.Y.ShouldBe(y));
        place.Text.ShouldContain("Coffee");
    }

    [Fact]
    public async Task Should_Leave_With_Ctrl_Q_And_Not_With_Ctrl_C()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.ShowsAsync("Write a post");

        place.Ctrl('c');
        place.Screen.IsStopped.ShouldBeFalse();
        place.Ctrl('q');

        await place.UntilAsync(() => place.Screen.IsStopped);
    }

    [Fact]
    public async Task Should_Give_The_Terminal_Back_For_A_While()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.ShowsAsync("Write a post");

        place.Ctrl('k');
        place.Press('z');

        place.Screen.SuspendCount.ShouldBe(1);
        place.Screen.IsStopped.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Keep_The_Title_And_The_Caption_Of_What_Fills_The_Screen()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.OpenAsync("posting.week.view", "Nothing is planned");

        place.Press('z', Modifiers.Alt);

        await place.ShowsNoMoreAsync("Welcome");
        place.Row(1).ShouldContain("Week");
        place.Row(1).ShouldContain("Mar 2026");
    }

    [Fact]
    public async Task Should_Jump_To_What_A_Letter_Stands_On()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");

        place.Press('f');
        var jump = place.Workbench.Layers.ShouldHaveSingleItem().ShouldBeOfType<JumpLayer>();
        foreach (var letter in jump.Labels[^1])
            place.Press(letter);

        place.Workbench.Layers.ShouldNotContain(jump);
    }

    [Fact]
    public async Task Should_Show_What_Can_Follow_After_A_While()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");

        place.Ctrl('k');
        place.Workbench.Layers.ShouldBeEmpty();
        place.Advance(TimeSpan.FromMilliseconds(300));

        place.Workbench.Layers.ShouldHaveSingleItem().ShouldBeOfType<WhichKeyLayer>();
        place.Text.ShouldContain("Guest: Count");
        place.Press('g');
        await place.ShowsAsync("! 3 things");
        place.Workbench.Layers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Go_Nowhere_By_Keys_That_Are_The_Systems()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.ShowsAsync("Write a post");

        place.Press('1', Modifiers.Super);

        place.Focused.ShouldBe("Welcome");
    }

    private async Task<ScreenPlace> ComposingAsync()
    {
        var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.ShowsAsync("Write a post");
        place.Press('1');
        await WritingAsync(place);
        return place;
    }

    private static Task WritingAsync(ScreenPlace place) => place.UntilAsync(() => place is { Focused: "New post", Workbench.Focused.Model: EditorModel });

    private static string Written(ScreenPlace place) => place.Workbench.Focused!.Model.ShouldBeOfType<EditorModel>().Text;
}
