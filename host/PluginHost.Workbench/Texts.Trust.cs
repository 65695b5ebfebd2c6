namespace PluginHost.Workbench;

// What is said of what may run.
internal static partial class Texts
{
    public static string CommandTrust => Get();

    public static string CommandTrustPlugin => Get();

    public static string PluginNotRun => Get();

    public static string PluginRestricted => Get();

    public static string StatusRestricted => Get();

    public static string StatusRestrictedTip => Get();

    public static string TrustByEnvironment => Get();

    public static string TrustKeep => Get();

    public static string TrustNo => Get();

    public static string TrustNoneRestricted => Get();

    public static string TrustNotAsked => Get();

    public static string TrustPlugin => Get();

    public static string TrustPluginAsked => Get();

    public static string TrustPluginYes => Get();

    public static string TrustRestricted => Get();

    public static string TrustTakeBack => Get();

    public static string TrustTakeBackYes => Get();

    public static string TrustWorkspace => Get();

    public static string TrustYes => Get();
}
