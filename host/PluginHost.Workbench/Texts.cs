using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench;

/// <summary>
/// What the interface says, from <c>Texts.resx</c>. The neutral texts are read straight from the assembly, once: a resource manager would look for
/// satellites first, at every start.
/// One file, because each text has its line.
/// </summary>
internal static partial class Texts
{
    private static readonly Dictionary<string, string> All = Read();

    public static string AgainQuestion => Get();

    public static string AgainRefused => Get();

    public static string AgainYes => Get();

    public static string Answer => Get();

    public static string AnswerRefused => Get();

    public static string ArgumentNeeded => Get();

    public static string ArgumentWanted => Get();

    public static string Cancel => Get();

    public static string Cancelled => Get();

    public static string ChoiceEmpty => Get();

    public static string ChoicePlaceholder => Get();

    public static string ChoiceTyped => Get();

    public static string ClearRefused => Get();

    public static string Cleared => Get();

    public static string CloseRefused => Get();

    public static string CloseUnsaved => Get();

    public static string CloseYes => Get();

    public static string ColumnDone => Get();

    public static string ColumnJob => Get();

    public static string ColumnNow => Get();

    public static string ColumnPlugin => Get();

    public static string CommandActivity => Get();

    public static string CommandAgain => Get();

    public static string CommandAnswer => Get();

    public static string CommandCancel => Get();

    public static string CommandCancelled => Get();

    public static string CommandCheckPlanned => Get();

    public static string CommandClear => Get();

    public static string CommandClose => Get();

    public static string CommandComplete => Get();

    public static string CommandCopy => Get();

    public static string CommandDone => Get();

    public static string CommandFailed => Get();

    public static string CommandFilter => Get();

    public static string CommandGave => Get();

    public static string CommandGroup => Get();

    public static string CommandGrow => Get();

    public static string CommandHelp => Get();

    public static string CommandJobs => Get();

    public static string CommandJump => Get();

    public static string CommandLeave => Get();

    public static string CommandLog => Get();

    public static string CommandMenu => Get();

    public static string CommandNews => Get();

    public static string CommandNext => Get();

    public static string CommandNextTab => Get();

    public static string CommandOff => Get();

    public static string CommandOutput => Get();

    public static string CommandPalette => Get();

    public static string CommandPanel => Get();

    public static string CommandPrevious => Get();

    public static string CommandPreviousTab => Get();

    public static string CommandProblems => Get();

    public static string CommandProfiles => Get();

    public static string CommandRefresh => Get();

    public static string CommandSave => Get();

    public static string CommandScreenshot => Get();

    public static string CommandShrink => Get();

    public static string CommandSide => Get();

    public static string CommandSplit => Get();

    public static string CommandSplitDown => Get();

    public static string CommandSuspend => Get();

    public static string CommandTheme => Get();

    public static string CommandUndo => Get();

    public static string CommandViews => Get();

    public static string CommandWhy => Get();

    public static string CommandWithArguments => Get();

    public static string CommandZoom => Get();

    public static string CompleteRefused => Get();

    public static string ComposerHandedOver => Get();

    public static string ConditionUnknown => Get();

    public static string Copied => Get();

    public static string Done => Get();

    public static string ExampleDuration => Get();

    public static string ExampleInstant => Get();

    public static string ExampleInteger => Get();

    public static string ExampleList => Get();

    public static string ExampleNumber => Get();

    public static string ExampleTime => Get();

    public static string FileKept => Get();

    public static string FileTaken => Get();

    public static string FileTakenInPart => Get();

    public static string FilterRefused => Get();

    public static string GrowRefused => Get();

    public static string HelpHere => Get();

    public static string HintBack => Get();

    public static string HintFilter => Get();

    public static string HintHelp => Get();

    public static string HintOpen => Get();

    public static string HintPalette => Get();

    public static string HintSave => Get();

    public static string HintTake => Get();

    public static string JobsEmpty => Get();

    public static string KeyClash => Get();

    public static string KeyEmpty => Get();

    public static string KeyModifierUnknown => Get();

    public static string KeySelected => Get();

    public static string KeyTyping => Get();

    public static string KeyUnknown => Get();

    public static string KeyView => Get();

    public static string KeyViewArea => Get();

    public static string KeyViewKind => Get();

    public static string KeyWhenWrong => Get();

    public static string KeyWrong => Get();

    public static string KeyZoomed => Get();

    public static string LayoutDamaged => Get();

    public static string LayoutNoTime => Get();

    public static string LayoutTooDeep => Get();

    public static string LayoutUnwritten => Get();

    public static string LeaveJob => Get();

    public static string LeaveKept => Get();

    public static string LeaveQuestion => Get();

    public static string LeaveQuestions => Get();

    public static string LeaveUnsaved => Get();

    public static string LeaveYes => Get();

    public static string LogEmpty => Get();

    public static string MenuEdit => Get();

    public static string MenuFile => Get();

    public static string MenuHelp => Get();

    public static string MenuPlugins => Get();

    public static string MenuView => Get();

    public static string NewsEmpty => Get();

    public static string No => Get();

    public static string NoCommand => Get();

    public static string NoJobs => Get();

    public static string NoView => Get();

    public static string NobodyAtScreen => Get();

    public static string NothingToCopy => Get();

    public static string NothingToUndo => Get();

    public static string Off => Get();

    public static string OffRefused => Get();

    public static string OffSwitched => Get();

    public static string OutputEmpty => Get();

    public static string Palette => Get();

    public static string PaletteCommands => Get();

    public static string PaletteKeys => Get();

    public static string PaletteNoCommand => Get();

    public static string PaletteNoKey => Get();

    public static string PaletteNoProfile => Get();

    public static string PaletteNoView => Get();

    public static string PaletteNoneOff => Get();

    public static string PaletteOff => Get();

    public static string PaletteProfiles => Get();

    public static string PaletteViews => Get();

    public static string PlannedClean => Get();

    public static string PlannedPlace => Get();

    public static string ProblemsEmpty => Get();

    public static string QuestionWaits => Get();

    public static string Rehearsal => Get();

    public static string ResultEmpty => Get();

    public static string SaveRefused => Get();

    public static string SayAnd => Get();

    public static string SayAtLeast => Get();

    public static string SayAtMost => Get();

    public static string SayCompare => Get();

    public static string SayInArea => Get();

    public static string SayInKind => Get();

    public static string SayInView => Get();

    public static string SayIs => Get();

    public static string SayIsNot => Get();

    public static string SayLess => Get();

    public static string SayMore => Get();

    public static string SayOr => Get();

    public static string SayOutsideArea => Get();

    public static string SayOutsideKind => Get();

    public static string SayOutsideView => Get();

    public static string SayUnless => Get();

    public static string SayUnlessSet => Get();

    public static string SayWhen => Get();

    public static string SayWhenSet => Get();

    public static string ScreenshotFailed => Get();

    public static string ScreenshotTaken => Get();

    public static string ShowProblems => Get();

    public static string SnapshotDeep => Get();

    public static string SnapshotLarge => Get();

    public static string SnapshotNull => Get();

    public static string StatusJob => Get();

    public static string StatusJobs => Get();

    public static string StatusJobsTip => Get();

    public static string StatusNews => Get();

    public static string StatusNewsTip => Get();

    public static string StatusProblem => Get();

    public static string StatusProblems => Get();

    public static string StatusProblemsTip => Get();

    public static string StatusQuestion => Get();

    public static string StatusQuestions => Get();

    public static string StatusQuestionsTip => Get();

    public static string StatusReady => Get();

    public static string StatusReadyTip => Get();

    public static string SuspendRefused => Get();

    public static string TabRefused => Get();

    public static string ThemeContrast => Get();

    public static string ThemeDark => Get();

    public static string ThemeLight => Get();

    public static string ThemeNone => Get();

    public static string ThemeNotFound => Get();

    public static string ThemePick => Get();

    public static string TryAgain => Get();

    public static string Undo => Get();

    public static string UndoFailed => Get();

    public static string Undone => Get();

    public static string ViewEmpty => Get();

    public static string ViewGone => Get();

    public static string ViewLoading => Get();

    public static string ViewOf => Get();

    public static string ViewRefused => Get();

    public static string ViewThrew => Get();

    public static string ViewUnloaded => Get();

    public static string WantsDuration => Get();

    public static string WantsFlag => Get();

    public static string WantsNumber => Get();

    public static string WhenKeyIs => Get();

    public static string WhenKeyUnset => Get();

    public static string WhenNameWanted => Get();

    public static string WhenNeeds => Get();

    public static string WhenNotClosed => Get();

    public static string WhenProblem => Get();

    public static string WhenQuoteNotClosed => Get();

    public static string WhenTooDeep => Get();

    public static string WhenTooMuch => Get();

    public static string WhenValueWanted => Get();

    public static string WhichGroup => Get();

    public static string WorkbenchName => Get();

    public static string Yes => Get();

    /// <summary>A text with its gaps filled. What fills one does not turn what stands behind it.</summary>
    public static string Fill(string text, params ReadOnlySpan<object?> values)
    {
        var closed = new object?[values.Length];
        for (var place = 0; place < values.Length; place++)
            closed[place] = values[place] is IFormattable ? values[place] : Directions.Close(values[place]?.ToString() ?? "");

        return string.Format(CultureInfo.InvariantCulture, text, closed);
    }

    private static string Get([CallerMemberName] string name = "") => All[name];

    private static Dictionary<string, string> Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = new ResourceReader(typeof(Texts).Assembly.GetManifestResourceStream("PluginHost.Workbench.Texts.resources")!);
        foreach (DictionaryEntry entry in reader)
            texts[(string)entry.Key] = (string)entry.Value!;

        return texts;
    }
}
