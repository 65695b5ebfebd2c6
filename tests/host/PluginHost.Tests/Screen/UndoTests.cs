using PluginHost.Terminal;

namespace PluginHost.Tests.Screen;

/// <summary>What a key destroys, a key brings back.</summary>
public sealed class UndoTests(GuestPlugin guest)
{
    [Fact]
    public async Task Should_Bring_Back_A_Draft_That_Was_Taken_Back_In_The_Outbox()
    {
        // Given
        await using var place = new ScreenPlace(guest, ScreenSetup.Wide);
        await place.ShowsAsync("Write a post");
        place.Run("posting.draft", ("profile", "@shop"), ("text", "Mango tomorrow"));
        await place.UntilAsync(() => place.Focused == "Posting: Draft");
        await place.OpenAsync("posting.outbox.view", "· draft");
        place.Press(Key.Home);
        await place.ShowsAsync("u Posting: Take Back");

        // When
        place.Press('u');
        await place.ShowsAsync("Posting: Take Back: 1");
        await place.ShowsAsync("· taken back");
        place.Ctrl('z');

        // Then
        await place.ShowsAsync("Undone: Posting: Take Back: 1");
        await place.ShowsAsync("· draft");
        await place.ShowsNoMoreAsync("· taken back");
    }
}
