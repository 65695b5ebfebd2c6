using PluginHost.Terminal;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Tests.Screen;

/// <summary>Every command there is, of the workbench, of the bundled plugins and of a third party's: found, run and cancelled by keyboard alone.</summary>
public sealed class EveryCommandTests(GuestPlugin guest)
{
    private const int MostQuestions = 5;

    // These end the screen, or give it away; the last test tries them.
    private static readonly string[] Endings = ["workbench.leave", "workbench.suspend"];

    [Fact]
    public async Task Should_Be_Found_By_Its_Title()
    {
        await using var place = await OpenAsync();

        foreach (var command in Shown(place))
        {
            var found = Find(place, command);

            found.Item(found.Selected).Text.ToString().ShouldBe(command.Title);
            place.Press(Key.Escape);
        }
    }

    [Fact]
    public async Task Should_Run_Or_Say_In_Words_Why_It_Is_Off()
    {
        await using var place = await OpenAsync();
        foreach (var command in Shown(place).Where(command => !Endings.Contains(command.Id)))
        {
            var found = Find(place, command);
            if (found.Item(found.Selected).Off is { } off)
                SaysWhy(place, command, off);
            else
                await RunsAsync(place, command);

            while (place.Workbench.Layers.Count > 0)
                place.Press(Key.Escape);
        }
    }

    [Fact]
    public async Task Should_Say_In_Words_Where_A_Command_Works_That_Is_Off_Here()
    {
        await using var place = await OpenAsync();

        place.Ctrl('p');
        place.Screen.Type("posting next week");

        Palette(place).Item(0).Off.ShouldBe("it works in \"Week\"");
    }

    [Fact]
    public async Task Should_Be_Cancelled_While_It_Runs()
    {
        await using var place = await OpenAsync();
        place.Ctrl('p');
        place.Screen.Type("guest wait");
        place.Press(Key.Enter);
        await place.ShowsAsync("◷ 1 job");

        place.Ctrl('k');
        place.Press('x');
        place.Press(Key.Enter);

        await place.ShowsAsync("Guest: Wait was cancelled.");
        await place.ShowsNoMoreAsync("◷ 1 job");
    }

    [Fact]
    public async Task Should_Cancel_A_Script_That_Runs()
    {
        await using var place = await OpenAsync();
        place.Ctrl('p');
        place.Screen.Type("run a script");
        place.Press(Key.Enter);
        Palette(place).Item(0).Text.ToString().ShouldBe("wait");
        place.Press(Key.Enter);
        await place.ShowsAsync("waiting for ever");

        place.Ctrl('k');
        place.Press('x');
        place.Press(Key.Enter);

        await place.UntilAsync(() =>
        {
            place.Advance(TimeSpan.FromMilliseconds(100));
            return place.Text.Contains("wait: ! cancelled", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Should_Leave()
    {
        await using var place = await OpenAsync();

        place.Ctrl('p');
        place.Screen.Type("leave");
        place.Press(Key.Enter);

        await place.UntilAsync(() => place.Screen.IsStopped);
    }

    // The workbench's own last: among them are those that unload a plugin and switch it off.
    private static List<CommandEntry> Shown(ScreenPlace place) =>
        [.. place.Workbench.Commands.Where(command => !command.IsHidden).OrderBy(command => command.Owner == "workbench")];

    // As a person does: the letters first, then down to the one that is meant, where others are called alike.
    private static PickLayer Find(ScreenPlace place, CommandEntry command)
    {
        place.Ctrl('p');
        place.Screen.Type(command.Title);
        var found = Palette(place);
        found.Count.ShouldBeGreaterThan(0, $"{command.Id} is not found by \"{command.Title}\".");
        for (var row = 0; row < found.Count && found.Item(row).Text.ToString() != command.Title; row++)
            place.Press(Key.Down);

        return found;
    }

    private static void SaysWhy(ScreenPlace place, CommandEntry command, string off)
    {
        off.ShouldNotBeEmpty();
        foreach (var sign in (string[])["==", "!=", "&&", "||", "view."])
            off.ShouldNotContain(sign, Case.Sensitive, command.Id);

        place.Press(Key.Enter);
        place.Workbench.Layers.ShouldHaveSingleItem();
        place.Workbench.Toasts[^1].Text.ShouldContain(off);
    }

    private static async Task RunsAsync(ScreenPlace place, CommandEntry command)
    {
        var before = Ended(place, command);
        place.Press(Key.Enter);
        for (var question = 0; question < MostQuestions && Ended(place, command) == before && Begun(place, command) == before; question++)
            Answer(place, command);

        // What it asks while it runs is answered too.
        await place.UntilAsync(() =>
        {
            if (Ended(place, command) > before)
                return true;

            place.Advance(TimeSpan.FromMilliseconds(100));
            if (place.Workbench.Layers.Count > 0)
                Answer(place, command);
            else if (command.Id == "guest.wait")
                Cancel(place);

            return false;
        });
    }

    private static void Answer(ScreenPlace place, CommandEntry command)
    {
        switch (place.Workbench.Layers[^1])
        {
            case InputLayer input:
                place.Screen.Type(ExampleIn(input));
                input.Problem.ShouldBeNull(command.Id);
                place.Press(Key.Enter);
                break;
            case PickLayer or ConfirmLayer or MenuLayer:
                place.Press(Key.Enter);
                break;
            case var other:
                throw new InvalidOperationException($"{command.Id} shows {other.Title}, which asks for nothing.");
        }
    }

    // What is shown as an example is what a person writes.
    private static string ExampleIn(InputLayer input)
    {
        foreach (var text in (string[])[input.Placeholder, input.Title])
        {
            if (text.LastIndexOf("such as ", StringComparison.Ordinal) is var at and >= 0)
                return text[(at + "such as ".Length)..].Split(" or ")[0];
        }

        return input.Title.Contains("18:00", StringComparison.Ordinal) ? "18:00" : "mango";
    }

    private static void Cancel(ScreenPlace place)
    {
        place.Ctrl('k');
        place.Press('x');
        place.Press(Key.Enter);
    }

    private static int Begun(ScreenPlace place, CommandEntry command) => place.Workbench.Log.Entries.Count(entry => entry.Id == command.Id);

    private static int Ended(ScreenPlace place, CommandEntry command) =>
        place.Workbench.Log.Entries.Count(entry => entry.Id == command.Id && entry.Outcome.Length > 0);

    private static PickLayer Palette(ScreenPlace place) => place.Workbench.Layers[^1].ShouldBeAssignableTo<PickLayer>()!;

    private async Task<ScreenPlace> OpenAsync()
    {
        var place = new ScreenPlace(guest, ScreenSetup.Wide with
        {
            Files = [("scripts/wait.csx", "Say(\"waiting for ever\");\nawait Wait(Hours(24));\n")],
        });
        await place.ShowsAsync("Write a post");
        return place;
    }
}
