namespace PluginHost.Workbench;

// What is said of profiles, of their logins, and of the vault.
internal static partial class Texts
{
    public static string PageCopy => Get();

    public static string PageDetail => Get();

    public static string PageLeave => Get();
}
