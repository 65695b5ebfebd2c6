namespace PluginHost.Workbench;

// What is said of plugins, as they come, go and are swapped.
internal static partial class Texts
{
    public static string CommandPluginDisable => Get();

    public static string CommandPluginEnable => Get();

    public static string CommandPluginFaults => Get();

    public static string CommandPluginLoad => Get();

    public static string CommandPluginReload => Get();

    public static string CommandPluginRemove => Get();

    public static string CommandPluginSwitch => Get();

    public static string CommandPluginUnload => Get();

    public static string CommandPlugins => Get();

    public static string ContractStale => Get();

    public static string PluginActive => Get();

    public static string PluginAsked => Get();

    public static string PluginCommand => Get();

    public static string PluginCommands => Get();

    public static string PluginFaulted => Get();

    public static string PluginFaultless => Get();

    public static string PluginGone => Get();

    public static string PluginIsOff => Get();

    public static string PluginIsOn => Get();

    public static string PluginNetwork => Get();

    public static string PluginNetworks => Get();

    public static string PluginNotThere => Get();

    public static string PluginOff => Get();

    public static string PluginReady => Get();

    public static string PluginRefused => Get();

    public static string PluginReloaded => Get();

    public static string PluginReloadedInUse => Get();

    public static string PluginRemoveAsked => Get();

    public static string PluginRemoveYes => Get();

    public static string PluginRemoved => Get();

    public static string PluginStays => Get();

    public static string PluginSwitchedOff => Get();

    public static string PluginSwitchedOn => Get();

    public static string PluginUnloaded => Get();

    public static string PluginUnreloaded => Get();

    public static string PluginView => Get();

    public static string PluginViews => Get();

    public static string PluginZombie => Get();

    public static string PluginZombieUnknown => Get();

    public static string PluginZombies => Get();

    public static string PluginsEmpty => Get();

    public static string PluginsTitle => Get();

    public static string StatusBuilding => Get();

    public static string StatusBuildingTip => Get();

    public static string ZombiesMany => Get();

    public static string ZombiesShow => Get();
}
