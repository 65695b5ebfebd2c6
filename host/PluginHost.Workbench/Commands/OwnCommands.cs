using System.Globalization;
using PluginHost.Sdk;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench.Commands;

/// <summary>The commands of the workbench itself.</summary>
internal static class OwnCommands
{
    private static readonly string[] File = ["workbench.save", "workbench.close", "workbench.suspend", "workbench.leave"];
    private static readonly string[] Edit = ["workbench.copy", "workbench.undo", "workbench.filter", "workbench.clear", "workbench.complete"];
    private static readonly string[] View =
    [
        "workbench.views", "workbench.side", "workbench.panel", "workbench.split", "workbench.splitDown", "workbench.zoom", "workbench.theme", "workbench.screenshot",
        "workbench.problems", "workbench.output", "workbench.jobs", "workbench.log", "workbench.notifications",
    ];
    private static readonly string[] Help = ["workbench.palette", "workbench.help", "workbench.why", "workbench.answer", "workbench.cancel"];

    public static IEnumerable<string> InMenu(string menu) => menu switch
    {
        "file" => File,
        "edit" => Edit,
        "view" => View,
        "help" => Help,
        _ => [],
    };

    public static void AddTo(Workbench workbench)
    {
        AddFinding(workbench);
        AddLayout(workbench);
        AddViews(workbench);
        AddTelling(workbench);
        Trusting.TrustCommands.AddTo(workbench);
        workbench.AddKeys(DefaultKeys.All);
    }

    private static void AddFinding(Workbench workbench)
    {
        workbench.Add(CommandEntry.Quick("workbench.palette", Texts.CommandPalette, () => workbench.OpenPalette('>')));
        workbench.Add(CommandEntry.Quick("workbench.views", Texts.CommandViews, () => workbench.OpenPalette(':')));
        workbench.Add(CommandEntry.Quick("workbench.profileList", Texts.CommandProfiles, () => workbench.OpenPalette('@')));
        workbench.Add(CommandEntry.Quick("workbench.help", Texts.CommandHelp, () => workbench.OpenPalette('?')));
        workbench.Add(CommandEntry.Quick("workbench.why", Texts.CommandWhy, () => workbench.OpenPalette('!')));
        workbench.Add(CommandEntry.Quick("workbench.jump", Texts.CommandJump, workbench.Jump));
        workbench.Add(CommandEntry.Quick("workbench.filter", Texts.CommandFilter, workbench.Filter) with { Refusal = workbench.WhyNoFilter });
        workbench.Add(CommandEntry.Quick("workbench.menu", Texts.CommandMenu, () => workbench.Open(workbench.Menus[0])));
        workbench.Add(CommandEntry.Quick("workbench.theme", Texts.CommandTheme, workbench.PickTheme));
        workbench.Add(CommandEntry.Quick("workbench.screenshot", Texts.CommandScreenshot, workbench.TakeScreenshot));
        workbench.Add(CommandEntry.Quick("workbench.suspend", Texts.CommandSuspend, workbench.Suspend) with { Refusal = workbench.WhyNoSuspending });
        workbench.Add(CommandEntry.Quick("workbench.leave", Texts.CommandLeave, workbench.Leave));
    }

    private static void AddLayout(Workbench workbench)
    {
        workbench.Add(CommandEntry.Quick("workbench.side", Texts.CommandSide, workbench.ToggleSide));
        workbench.Add(CommandEntry.Quick("workbench.panel", Texts.CommandPanel, workbench.TogglePanel));
        workbench.Add(CommandEntry.Quick("workbench.split", Texts.CommandSplit, () => workbench.Split(isStacked: false)) with { Refusal = workbench.WhyNoSplit });
        workbench.Add(CommandEntry.Quick("workbench.splitDown", Texts.CommandSplitDown, () => workbench.Split(isStacked: true)) with { Refusal = workbench.WhyNoSplit });
        workbench.Add(CommandEntry.Quick("workbench.zoom", Texts.CommandZoom, workbench.Zoom) with { Refusal = workbench.WhyNoView });
        workbench.Add(CommandEntry.Quick("workbench.next", Texts.CommandNext, () => workbench.FocusNext(1)));
        workbench.Add(CommandEntry.Quick("workbench.previous", Texts.CommandPrevious, () => workbench.FocusNext(-1)));
        workbench.Add(CommandEntry.Quick("workbench.nextTab", Texts.CommandNextTab, () => workbench.NextTab(1)) with { Refusal = workbench.WhyNoOtherTab });
        workbench.Add(CommandEntry.Quick("workbench.previousTab", Texts.CommandPreviousTab, () => workbench.NextTab(-1)) with { Refusal = workbench.WhyNoOtherTab });
        workbench.Add(CommandEntry.Quick("workbench.grow", Texts.CommandGrow, () => workbench.Grow(0.05)) with { Refusal = workbench.WhyNoGrowth });
        workbench.Add(CommandEntry.Quick("workbench.shrink", Texts.CommandShrink, () => workbench.Grow(-0.05)) with { Refusal = workbench.WhyNoGrowth });
        workbench.Add(Numbered("workbench.activity", Texts.CommandActivity, workbench.FocusActivity) with { Behind = workbench.NameOfActivity });
        workbench.Add(Numbered("workbench.group", Texts.CommandGroup, workbench.FocusGroup) with { Behind = workbench.NameOfGroup });
    }

    private static void AddViews(Workbench workbench)
    {
        workbench.Add(CommandEntry.Quick("workbench.close", Texts.CommandClose, workbench.CloseFocused) with { Refusal = workbench.WhyNoClosing });
        workbench.Add(CommandEntry.Quick("workbench.save", Texts.CommandSave, workbench.SaveFocused) with { Refusal = workbench.WhyNoSave });
        workbench.Add(CommandEntry.Quick("workbench.copy", Texts.CommandCopy, workbench.CopyFocused));
        workbench.Add(CommandEntry.Quick("workbench.clear", Texts.CommandClear, workbench.ClearFocused) with { Refusal = workbench.WhyNoClearing });
        workbench.Add(
            CommandEntry.Quick("workbench.log.again", Texts.CommandAgain, workbench.RunAgain) with { Refusal = workbench.WhyNotAgain },
            new OwnKey("enter", "workbench.log.again") { When = $"view == {PanelViews.Log}" });
        workbench.Add(CommandEntry.Quick("workbench.refresh", Texts.CommandRefresh, workbench.RefreshFocused) with { Refusal = workbench.WhyNoView });
        workbench.Add(CommandEntry.Quick("workbench.complete", Texts.CommandComplete, workbench.Complete) with { Refusal = workbench.WhyNoCompletion });
        workbench.Add(CommandEntry.Quick("workbench.check", Texts.CommandCheckPlanned, workbench.CheckPlanned));
        workbench.Add(CommandEntry.Quick("workbench.problems", Texts.CommandProblems, () => workbench.OpenView(PanelViews.Problems)));
        workbench.Add(CommandEntry.Quick("workbench.output", Texts.CommandOutput, () => workbench.OpenView(PanelViews.Output)));
        workbench.Add(CommandEntry.Quick("workbench.jobs", Texts.CommandJobs, () => workbench.OpenView(PanelViews.Jobs)));
        workbench.Add(CommandEntry.Quick("workbench.log", Texts.CommandLog, () => workbench.OpenView(PanelViews.Log)));
        workbench.Add(Hidden("workbench.retry", Texts.TryAgain, "view", workbench.RetryView));
        workbench.Add(Hidden("workbench.result", Texts.ShowResult, "number", workbench.ShowKept));
        workbench.Add(Hidden("workbench.open", Texts.CommandViews, "view", workbench.OpenView));
    }

    private static void AddTelling(Workbench workbench)
    {
        workbench.Add(CommandEntry.Quick("workbench.notifications", Texts.CommandNews, workbench.ShowNotifications));
        workbench.Add(CommandEntry.Quick("workbench.answer", Texts.CommandAnswer, workbench.ShowNextQuestion) with { Refusal = workbench.WhyNoAnswer });
        workbench.Add(CommandEntry.Quick("workbench.cancel", Texts.CommandCancel, workbench.PickJob) with { Refusal = workbench.WhyNoCancelling });
        workbench.Add(CommandEntry.Quick("workbench.undo", Texts.CommandUndo, () => { }) with
        {
            Refusal = workbench.WhyNoUndo,
            Run = (arguments, _) =>
            {
                workbench.Undo(arguments.Find("step")?.ToString());
                return Task.FromResult(Value.Nothing);
            },
        });
        workbench.Add(Hidden("workbench.stop", Texts.Cancel, "toast", workbench.StopJob));
    }

    private static CommandEntry Numbered(string id, string title, Action<int> work) =>
        Hidden(id, title, "number", number => work(int.TryParse(number, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0));

    private static CommandEntry Hidden(string id, string title, string argument, Action<string> work) => CommandEntry.Quick(id, title, () => { }) with
    {
        IsHidden = true,
        Run = (arguments, _) =>
        {
            work(arguments.Find(argument)?.ToString() ?? throw new WrongUseException(Texts.Fill(Texts.ArgumentNeeded, id, argument)));
            return Task.FromResult(Value.Nothing);
        },
    };
}
