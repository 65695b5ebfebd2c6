using PluginHost.Terminal;

namespace PluginHost.Tests.Screen;

public sealed class MouseTests(GuestPlugin guest)
{
    [Fact]
    public async Task Should_Show_A_Tab_That_Is_Clicked_And_Close_One_By_Its_Cross()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.OpenAsync("guest.table", "Vanilla");
        await place.OpenAsync("guest.tree", "North");

        place.ClickOn("Table");
        place.Focused.ShouldBe("Table");
        await place.ShowsAsync("Vanilla");
        place.ClickOn("Table ×", "Table ".Length);

        place.Text.ShouldNotContain("Vanilla");
        place.Row(place.PlaceOf("Welcome").Y).ShouldNotContain("Table");
    }

    [Fact]
    public async Task Should_Close_A_Tab_By_The_Middle_Button_Also_Where_Some_Tabs_Have_Given_Way()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        foreach (var view in (string[])["guest.tree", "guest.table", "guest.text", "guest.form", "guest.line", "guest.bars", "guest.spark", "guest.editor", "guest.many"])
            place.Run("workbench.open", ("view", view));

        await place.UntilAsync(() => place.Focused == "Many");
        place.Row(1).ShouldNotContain("Welcome");
        var (x, y) = place.PlaceOf("Editor");
        place.Screen.Click(x, y, MouseButton.Middle);
        place.Settle();

        place.Row(y).ShouldNotContain("Editor");
        place.Row(y).ShouldContain("Sparkline");
    }

    [Fact]
    public async Task Should_Open_And_Close_Nodes_By_Their_Sign()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.OpenAsync("guest.tree", "North");
        var isOpen = place.Text.Contains("Oslo", StringComparison.Ordinal);

        place.ClickOn(isOpen ? "▾ North" : "▸ North");

        place.Text.Contains("Oslo", StringComparison.Ordinal).ShouldBe(!isOpen);
        place.ClickOn(isOpen ? "▸ North" : "▾ North");
        place.Text.Contains("Oslo", StringComparison.Ordinal).ShouldBe(isOpen);
    }

    [Fact]
    public async Task Should_Sort_By_A_Heading_That_Is_Clicked()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.OpenAsync("guest.table", "Vanilla");

        place.ClickOn("tubs");
        place.PlaceOf("Mango").Y.ShouldBeLessThan(place.PlaceOf("Vanilla").Y);
        place.ClickOn("tubs");

        place.PlaceOf("Coffee").Y.ShouldBeLessThan(place.PlaceOf("Vanilla").Y);
    }

    [Fact]
    public async Task Should_Open_What_A_Status_Item_Counts()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");
        place.Run("guest.count");
        await place.ShowsAsync("! 3 things");

        place.ClickOn("3 things");

        await place.ShowsAsync("Vanilla");
    }

    [Fact]
    public async Task Should_Do_What_A_Toast_Offers_And_Close_It()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.ShowsAsync("Write a post");
        place.Press('1');
        await place.UntilAsync(() => place is { Focused: "New post", Workbench.Focused.Model: not null });
        place.Screen.Type("too soon");
        place.Press(Key.F5);
        await place.ShowsAsync("Undo");

        place.ClickOn("Undo");

        await place.ShowsAsync("Undone");
        await place.ShowsAsync("too soon");
    }

    [Fact]
    public async Task Should_Show_And_Hide_The_Side_Bar_By_Its_Sign()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");
        place.Workbench.Layout.Side.ShouldNotBeNull();
        var active = place.Workbench.Layout.Activities.ToList().FindIndex(activity => activity.IsActive);

        place.Screen.Click(1, 1 + (2 * active));
        place.Workbench.Layout.Side.ShouldBeNull();
        place.Screen.Click(1, 1 + (2 * active));

        place.Workbench.Layout.Side.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Move_The_Edges_That_Are_Dragged()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.OpenAsync("guest.log", "line 39");
        var side = place.Workbench.Layout.Side!.Share;
        var edge = 4 + (int)Math.Round(120 * side);
        place.Row(3)[edge].ShouldBe('│', place.Text);

        place.Drag(edge, 3, edge + 10, 3);
        place.Workbench.Layout.Side!.Share.ShouldBe(side + (10.0 / 120), 0.02);

        var panel = place.Workbench.Layout.Panel!.Share;
        var top = place.PlaceOf("Journal").Y - 1;
        place.Drag(80, top, 80, top - 5);
        place.PlaceOf("Journal").Y.ShouldBe(top - 4, place.Text);
        place.Workbench.Layout.Panel!.Share.ShouldBeGreaterThan(panel);
    }

    [Fact]
    public async Task Should_Scroll_By_The_Bar_And_By_The_Wheel()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.OpenAsync("guest.many", "number");

        place.Wheel(40, 6, isDown: true);
        place.Row(3).ShouldNotContain(" 1 ");
        place.Workbench.Focused!.Model!.Top.ShouldBe(3);
        place.Wheel(40, 6, isDown: false);
        place.Workbench.Focused!.Model!.Top.ShouldBe(0);
        place.Drag(79, 3, 79, 23);

        place.Text.ShouldContain("250000");
    }

    [Fact]
    public async Task Should_Close_What_Lies_Over_The_Rest_By_A_Click_Beside_It()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");
        place.Ctrl('p');
        place.Workbench.Layers.ShouldHaveSingleItem();

        place.Screen.Click(2, 33);

        place.Workbench.Layers.ShouldBeEmpty();
        place.Settle();
        place.Text.ShouldNotContain("Guest: Count");
    }

    [Fact]
    public async Task Should_Follow_What_An_Empty_View_Teaches()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.OpenAsync("guest.empty", "Nothing is here");

        place.ClickOn("Guest: Open the Table");

        await place.ShowsAsync("Vanilla");
    }

    [Fact]
    public async Task Should_Run_What_Is_Clicked_In_A_Menu()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");

        place.ClickOn("Help");
        await place.UntilAsync(() => place.Workbench.Layers.Count == 1);
        place.Press(Key.Escape);

        place.Workbench.Layers.ShouldBeEmpty();
    }
}
