using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>What can be done with what is being written, and the three views of it, which share a tab.</summary>
internal sealed class ComposerCommands
{
    public const string Editor = "workbench.composer";
    public const string Preview = "workbench.composer.preview";
    public const string Problems = "workbench.composer.problems";

    private const string InComposer = $"view == {Editor} || view == {Preview} || view == {Problems}";
    private readonly Workbench _workbench;
    private readonly Composer _composer;
    private readonly Sending _sending;

    private ComposerCommands(Workbench workbench)
    {
        _workbench = workbench;
        _composer = new Composer(workbench);
        _sending = new Sending(workbench, _composer);
    }

    public static void AddTo(Workbench workbench)
    {
        var commands = new ComposerCommands(workbench);
        workbench.Add(new ComposerPreview(workbench, commands._composer));
        workbench.Add(new ComposerProblemsView(commands._composer));
        workbench.Add(new ComposerView(commands._composer));
        workbench.AddUnderWay(() => commands._sending.Waiting);
        workbench.AddUnderWay(() => commands.OnLeaving(isKept: false, Texts.LeaveUnsaved, Sign.Warning));
        workbench.AddKept(() => commands.OnLeaving(isKept: true, Texts.LeaveKept, Sign.Good));

        // First among the hints where profiles are chosen.
        workbench.AddKeys([new OwnKey("space", "workbench.compose.toggle") { When = $"view == {Preview}" }]);
        commands.AddWriting();
        commands.AddChoosing();
        commands.AddShaping();
    }

    private void AddWriting()
    {
        _workbench.Add(CommandEntry.Quick("workbench.compose", Texts.CommandCompose, () => _workbench.OpenView(Editor)), new OwnKey("ctrl+n", "workbench.compose"));
        _workbench.Add(
            CommandEntry.Quick("workbench.compose.send", Texts.CommandSend, _sending.Send) with { Refusal = _sending.WhyNot },
            Here("f5", "workbench.compose.send"),
            Here("ctrl+enter", "workbench.compose.send"),
            Here("alt+enter", "workbench.compose.send"));
        _workbench.Add(
            BuiltInViews.Asking("workbench.compose.plan", Texts.CommandPlan, arguments => _sending.Plan(arguments["when"].ToString()), ("when", Texts.WhenAsked)) with
            {
                Checks = new Dictionary<string, Func<string, string?>>(StringComparer.Ordinal) { ["when"] = _sending.CheckTime },
                Refusal = _sending.WhyNot,
            },
            Here("ctrl+s", "workbench.compose.plan"));
        _workbench.Add(CommandEntry.Quick("workbench.compose.keep", Texts.CommandKeep, _sending.Keep) with { Refusal = _sending.WhyNot }, Here("alt+d", "workbench.compose.keep"));
        _workbench.Add(CommandEntry.Quick("workbench.compose.go", Texts.CommandGoToProblem, () => { }) with { IsHidden = true, Run = ForProblem(GoTo) });
        _workbench.Add(CommandEntry.Quick("workbench.compose.mend", Texts.CommandMend, () => { }) with { IsHidden = true, Run = ForProblem(_composer.Mend) });
    }

    private void AddChoosing()
    {
        _workbench.Add(BuiltInViews.Asking("workbench.compose.as", Texts.CommandComposeAs, arguments => WriteAs(arguments["profile"].ToString()), ("profile", Texts.ProfileAsked)) with { Refusal = WhyNobody });
        _workbench.Add(BuiltInViews.Asking("workbench.compose.toggle", Texts.CommandToggle, arguments => Toggle(arguments["profile"].ToString()), ("profile", Texts.ProfileAsked)) with
        {
            Refusal = WhyNobody,
        });
        _workbench.Add(CommandEntry.Quick("workbench.compose.profiles", Texts.CommandChoose, ShowProfiles), Here("alt+p", "workbench.compose.profiles"));
        _workbench.Add(BuiltInViews.Asking("workbench.compose.number", Texts.CommandToggle, arguments => ToggleNumber((int)arguments["number"].Number), ("number", Texts.ProfileAsked)) with
        {
            IsHidden = true,
            Behind = number => _composer.Speakers.ElementAtOrDefault(number - 1)?.Name,
        });
        for (var number = 1; number <= 9; number++)
            _workbench.AddKeys([Here($"alt+{number}", "workbench.compose.number") with { Arguments = Record.Of(("number", number)) }]);
    }

    private void AddShaping()
    {
        _workbench.Add(
            CommandEntry.Quick("workbench.compose.thread", Texts.CommandThread, MakeThread) with { Refusal = _sending.WhyNot },
            Here("alt+t", "workbench.compose.thread"));
        _workbench.Add(
            BuiltInViews.Asking("workbench.compose.picture", Texts.CommandPicture, AddPicture, ("file", Texts.PictureAsked), ("alt", Texts.AltAsked)),
            Here("alt+i", "workbench.compose.picture"));
    }

    private static OwnKey Here(string key, string command) => new(key, command) { When = InComposer };

    private void MakeThread()
    {
        if (_composer.MakeThread() is { } reason)
            _workbench.Tell(Severity.Warning, reason);
    }

    private void AddPicture(Record arguments)
    {
        _workbench.OpenView(Editor);
        var line = (_workbench.Focused?.Model as EditorModel)?.Caret.Line ?? int.MaxValue - 1;
        _composer.AddPicture(arguments["file"].ToString().Trim(), arguments["alt"].ToString().Trim(), line);
    }

    private void WriteAs(string profile)
    {
        if (!IsSpeaker(profile))
            return;

        _composer.Choose(profile);
        _workbench.OpenView(Editor);
    }

    private void Toggle(string profile)
    {
        if (IsSpeaker(profile))
            _composer.Toggle(profile);
    }

    private void ToggleNumber(int number)
    {
        var speakers = _composer.Speakers;
        if (number <= speakers.Count)
            _composer.Toggle(speakers[number - 1].Name);
    }

    private bool IsSpeaker(string profile)
    {
        var names = _composer.Speakers.Select(speaker => speaker.Name).ToList();
        if (names.Contains(profile))
            return true;

        _workbench.Tell(Severity.Warning, Texts.Fill(Texts.ComposerNoProfile, profile, Nearest.Hint(profile, names)));
        return false;
    }

    // A problem is named by what tells it from the others. One that has gone meanwhile has no place any more.
    private Func<Record, CancellationToken, Task<Value>> ForProblem(Action<Problem> work) => (arguments, _) =>
    {
        if (_composer.Problems().FirstOrDefault(problem => ComposerProblemsView.WayTo(problem).Arguments.Equals(arguments)) is { } found)
            work(found);

        return Task.FromResult(Value.Nothing);
    };

    private void GoTo(Problem problem)
    {
        _workbench.OpenView(Editor);
        if (_composer.PlaceOf(problem) is var (start, _) && _workbench.Focused?.Model is EditorModel editor)
            editor.MoveTo(TextPlace.In(_composer.Draft.Text, start), selects: false);
    }

    private IReadOnlyList<string> OnLeaving(bool isKept, string text, string sign) =>
        !_composer.IsBlank && _composer.IsKept == isKept ? [Texts.Fill(text, sign, Texts.ComposerTitle)] : [];

    // From anywhere: the composer is opened first, where it is not. From the profiles it leads back to the text.
    private void ShowProfiles()
    {
        if (_workbench.Focused?.ViewId == Preview)
        {
            _workbench.OpenView(Editor);
            return;
        }

        if (!_workbench.OpenOnes(Preview).Any())
            _workbench.OpenView(Editor);

        _workbench.Focus(_workbench.OpenOnes(Preview).First());
    }

    private string? WhyNobody() => _composer.Speakers.Count == 0 ? Texts.PreviewEmpty : null;
}
