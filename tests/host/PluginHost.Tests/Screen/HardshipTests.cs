using PluginHost.Terminal;

namespace PluginHost.Tests.Screen;

/// <summary>Screens too small, views that are ill, texts that mean harm, and too much of everything.</summary>
public sealed class HardshipTests(GuestPlugin guest)
{
    [Fact]
    public async Task Should_Survive_Every_Size_With_Everything_Open()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");
        place.Run("guest.throw");
        await place.ShowsAsync("shelf fell");
        foreach (var view in (string[])["guest.log", "guest.table", "guest.line", "guest.form", "workbench.composer", "guest.side"])
        {
            place.Run("workbench.open", ("view", view));
            await place.RestAsync();
            foreach (var (width, height) in ((int, int)[])[(1, 1), (2, 3), (3, 40), (200, 1), (5, 5), (20, 5), (79, 24), (99, 10), (300, 100), (120, 36)])
            {
                place.Screen.Resize(width, height);
                place.Settle();
            }
        }

        place.Ctrl('p');
        place.Screen.Resize(1, 1);
        place.Press(Key.Escape);
        place.Press('k', Modifiers.Control);
        place.Advance(TimeSpan.FromMilliseconds(300));
        place.Screen.Resize(80, 24);
        place.Press(Key.Escape);

        place.Workbench.Layers.ShouldBeEmpty();
        place.Text.ShouldContain("File");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public async Task Should_Reach_Every_View_On_A_Narrow_Screen(int width)
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow with { Width = width });
        await place.ShowsAsync("Write a post");
        foreach (var (view, shows) in ((string, string)[])
            [
                ("workbench.profiles", "@shop"), ("workbench.scripts", "Scripts"), ("workbench.plugins", "posting"), ("workbench.problems", "Problems"),
                ("workbench.jobs", "Jobs"), ("workbench.output", "Output"), ("workbench.log", "Command log"), ("guest.log", "line 39"), ("guest.side", "thing 1"),
                ("guest.tree", "North"), ("guest.table", "Vanilla"),
            ])
            await place.OpenAsync(view, shows);
    }

    [Fact]
    public async Task Should_Go_On_Beside_A_View_That_Throws_And_One_That_Never_Answers()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.OpenAsync("guest.ill", "fell down");
        place.Run("workbench.open", ("view", "guest.slow"));
        place.Advance(TimeSpan.FromSeconds(1));

        await place.OpenAsync("guest.table", "Vanilla");

        place.Ctrl('p');
        await place.ShowsAsync("Find a command");
    }

    [Fact]
    public async Task Should_Show_The_Last_Of_Ten_Thousand_Messages_And_Leave_Room_For_The_Rest()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.OpenAsync("guest.table", "Vanilla");

        for (var copy = 0; copy < 10_000; copy++)
            place.Workbench.OnCommand(new Sdk.CommandCall { Id = "workbench.copy" });

        place.Settle();
        place.Text.ShouldContain("Copied");
        place.Text.ShouldContain("Vanilla");
    }

    [Fact]
    public async Task Should_Draw_Hostile_Text_As_Text()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.OpenAsync("guest.hostile", "family");
        await place.RestAsync();

        place.Text.Where(character => char.IsControl(character) && character != '\n').ShouldBeEmpty();
        place.Text.Where(character => character is >= '\u202a' and <= '\u202e').ShouldBeEmpty();
        place.Text.Split('\n').Length.ShouldBe(25);
        place.Row(1).ShouldContain("Hostile");
    }

    [Fact]
    public async Task Should_Not_Let_A_Text_Turn_What_Stands_Behind_It()
    {
        // Given: an override that is never closed.
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");

        // When
        await place.DoAsync("guest.save", ("text", "\u202eabc"));
        place.Run("workbench.log");

        // Then
        await place.ShowsAsync("cba  → done");
    }
}
