namespace PluginHost.Workbench;

// What the workbench's own views say.
internal static partial class Texts
{
    public static string AltAsked => Get();

    public static string BisectAsked => Get();

    public static string BisectFound => Get();

    public static string BisectKeepAsked => Get();

    public static string BisectNobody => Get();

    public static string BisectNotAsked => Get();

    public static string BisectOr => Get();

    public static string BisectStop => Get();

    public static string BisectUnderWay => Get();

    public static string BisectWith => Get();

    public static string CommandBisect => Get();

    public static string CommandBisectGone => Get();

    public static string CommandBisectStill => Get();

    public static string CommandBisectStop => Get();

    public static string CommandChoose => Get();

    public static string CommandCompose => Get();

    public static string CommandComposeAs => Get();

    public static string CommandGoToProblem => Get();

    public static string CommandKeep => Get();

    public static string CommandMend => Get();

    public static string CommandPicture => Get();

    public static string CommandPlan => Get();

    public static string CommandRepl => Get();

    public static string CommandReplAfter => Get();

    public static string CommandReplBefore => Get();

    public static string CommandReplEnter => Get();

    public static string CommandReplReset => Get();

    public static string CommandReplRun => Get();

    public static string CommandReplStop => Get();

    public static string CommandScriptEdit => Get();

    public static string CommandScriptNew => Get();

    public static string CommandScriptOutput => Get();

    public static string CommandScriptRun => Get();

    public static string CommandScriptSave => Get();

    public static string CommandScriptStop => Get();

    public static string CommandScripts => Get();

    public static string CommandSend => Get();

    public static string CommandSettings => Get();

    public static string CommandSettingsWrite => Get();

    public static string CommandThread => Get();

    public static string CommandToggle => Get();

    public static string ComposerBlank => Get();

    public static string ComposerBlankHint => Get();

    public static string ComposerFailed => Get();

    public static string ComposerFits => Get();

    public static string ComposerGoesOut => Get();

    public static string ComposerKept => Get();

    public static string ComposerLeft => Get();

    public static string ComposerMarked => Get();

    public static string ComposerNoProblems => Get();

    public static string ComposerNoProfile => Get();

    public static string ComposerNobody => Get();

    public static string ComposerNobodyHint => Get();

    public static string ComposerNotOut => Get();

    public static string ComposerOut => Get();

    public static string ComposerPlanned => Get();

    public static string ComposerRefused => Get();

    public static string ComposerStillGoesOut => Get();

    public static string ComposerTitle => Get();

    public static string ComposerTooLong => Get();

    public static string ComposerUnbreakable => Get();

    public static string ComposerUnused => Get();

    public static string DraftNoPlace => Get();

    public static string DraftShared => Get();

    public static string DraftUnread => Get();

    public static string DraftUnwritten => Get();

    public static string PictureAsked => Get();

    public static string PreviewBytes => Get();

    public static string PreviewCharacters => Get();

    public static string PreviewChoose => Get();

    public static string PreviewCodePoints => Get();

    public static string PreviewEmpty => Get();

    public static string PreviewNoAlt => Get();

    public static string PreviewNobody => Get();

    public static string PreviewTitle => Get();

    public static string ProfileAsked => Get();

    public static string ProfileListens => Get();

    public static string ProfilesEmpty => Get();

    public static string ProfilesTitle => Get();

    public static string ReplAsked => Get();

    public static string ReplBusy => Get();

    public static string ReplEmpty => Get();

    public static string ReplLeaving => Get();

    public static string ReplRunning => Get();

    public static string ReplTitle => Get();

    public static string ScriptAsked => Get();

    public static string ScriptBeginAnew => Get();

    public static string ScriptChangedSince => Get();

    public static string ScriptDone => Get();

    public static string ScriptGoOn => Get();

    public static string ScriptHowToGoOn => Get();

    public static string ScriptNameAsked => Get();

    public static string ScriptNameWrong => Get();

    public static string ScriptNotThere => Get();

    public static string ScriptOutputEmpty => Get();

    public static string ScriptOutputTitle => Get();

    public static string ScriptRunning => Get();

    public static string ScriptRunsAlready => Get();

    public static string ScriptRunsNot => Get();

    public static string ScriptRunsNow => Get();

    public static string ScriptStopped => Get();

    public static string ScriptStuck => Get();

    public static string ScriptTemplate => Get();

    public static string ScriptTextAsked => Get();

    public static string ScriptUnread => Get();

    public static string ScriptUnwritten => Get();

    public static string ScriptsEmpty => Get();

    public static string ScriptsNone => Get();

    public static string ScriptsNoneRuns => Get();

    public static string ScriptsTitle => Get();

    public static string SettingsByHand => Get();

    public static string SettingsChangedSince => Get();

    public static string SettingsNone => Get();

    public static string SettingsSame => Get();

    public static string SettingsSubmit => Get();

    public static string SettingsTitle => Get();

    public static string SettingsUnwritten => Get();

    public static string SettingsWritten => Get();

    public static string ShowOutput => Get();

    public static string ShowResult => Get();

    public static string WelcomeFind => Get();

    public static string WelcomeOutcome => Get();

    public static string WelcomePost => Get();

    public static string WelcomeReal => Get();

    public static string WelcomeRehearsal => Get();

    public static string WelcomeScript => Get();

    public static string WelcomeScripts => Get();

    public static string WelcomeTitle => Get();

    public static string WhenAsked => Get();

    public static string WhenWanted => Get();
}
