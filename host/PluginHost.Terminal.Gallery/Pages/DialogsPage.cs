namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Each kind of dialog.</summary>
internal sealed class DialogsPage : IGalleryPage
{
    public string Id => "dialogs";

    public string Title => "Dialogs";

    public IReadOnlyList<KeyHint> Hints { get; } = [new KeyHint("Enter", "open one")];

    public Widget Create(GalleryStage stage) => new ActionList(
    [
        ("A message", () => new MessageDialog(Severity.Information, "Rehearsal", "Nobody outside sees what is said here. Ctrl+Enter sends.").Open(stage.Screen)),
        ("What went wrong", () => new MessageDialog(Severity.Bad, "Not sent", "@slocombe_no was refused by mastodon.example: the post is longer than 500 characters. Shorten it, then send again.").Open(stage.Screen)),
        ("A long message", () => new MessageDialog(Severity.Warning, "Terms", string.Join("\n\n", Samples.Arabic.Concat(Samples.Emoji).Concat(Samples.Hostile))).Open(stage.Screen)),
        ("A question with three answers", () => AskThree(stage)),
        ("Confirm something harmless", () => new ConfirmDialog("Send", "3 posts", "They go out at once, and can be held back for 30 seconds.", false, answer => stage.Say(answer ? "Sent" : "Not sent")).Open(stage.Screen)),
        ("Confirm something that cannot be undone", () => new ConfirmDialog("Delete", "spring-campaign", "Its 12 posts and their answers go with it. This cannot be undone.", true, answer => stage.Say(answer ? "Deleted" : "Kept")).Open(stage.Screen)),
        ("Ask for a name", () => AskName(stage)),
        ("Ask for a password", () => new InputDialog("@slocombe", "Password of the app", "Sign in", text => text.Length == 0 ? "Write the password." : null, _ => stage.Say("Signed in")) { IsSecret = true }.Open(stage.Screen)),
        ("Any widget in a dialog", () => PickDay(stage)),
    ]);

    private static void AskThree(GalleryStage stage)
    {
        DialogChoice[] choices =
        [
            new DialogChoice("Keep", () => stage.Say("Kept")),
            new DialogChoice("Drop", () => stage.Say("Dropped")),
            new DialogChoice("Stay here", () => stage.Say("Still here")),
        ];
        new MessageDialog(Severity.Warning, "draft.md was changed", "What was written since 14:02 is not kept yet.", choices).Open(stage.Screen);
    }

    private static void AskName(GalleryStage stage)
    {
        var dialog = new InputDialog("Rename spring-campaign", "New name", "Rename", WhatIsWrong, name => stage.Say($"Renamed to {name}"))
        {
            Text = "spring-campaign",
            Hint = "letters, digits and dashes",
        };
        dialog.Open(stage.Screen);
    }

    private static string? WhatIsWrong(string name)
    {
        if (name.Length < 3)
            return "Three characters at least.";

        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character) && character != '-')
                return $"'{character}' cannot be part of a name.";
        }

        return null;
    }

    private static void PickDay(GalleryStage stage)
    {
        var days = new ListBox { Rows = new ListRows([.. new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday" }.Select(RichLine.Of)]) };
        new FormDialog("Day of the draw", days, 30, 5, "Plan", () => days.Selected < 2 ? "The draw needs two days to prepare." : null, () => stage.Say("Planned")).Open(stage.Screen);
    }
}
