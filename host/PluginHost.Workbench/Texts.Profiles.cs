namespace PluginHost.Workbench;

// What is said of profiles, of their logins, and of the vault.
internal static partial class Texts
{
    public static string CommandLogin => Get();

    public static string CommandLogins => Get();

    public static string CommandLogout => Get();

    public static string CommandLook => Get();

    public static string CommandProfileAdd => Get();

    public static string CommandProfileRemove => Get();

    public static string CommandVaultOpen => Get();

    public static string CommandVaultPassphrase => Get();

    public static string LoginAsked => Get();

    public static string LoginCan => Get();

    public static string LoginCannot => Get();

    public static string LoginDone => Get();

    public static string LoginEmpty => Get();

    public static string LoginLooking => Get();

    public static string LoginNone => Get();

    public static string LoginTitle => Get();

    public static string LoginsEmpty => Get();

    public static string LoginsTitle => Get();

    public static string LogoutAsked => Get();

    public static string LogoutDone => Get();

    public static string LogoutNone => Get();

    public static string LogoutYes => Get();

    public static string PageCopy => Get();

    public static string PageDetail => Get();

    public static string PageLeave => Get();

    public static string ProfileAdded => Get();

    public static string ProfileHandleAsked => Get();

    public static string ProfileNameAsked => Get();

    public static string ProfileNetworkAsked => Get();

    public static string ProfilePurposeAsked => Get();

    public static string ProfileRemoveAsked => Get();

    public static string ProfileRemoveYes => Get();

    public static string ProfileRemoved => Get();

    public static string ProfileServerAsked => Get();

    public static string StatusVault => Get();

    public static string StatusVaultTip => Get();

    public static string VaultOpen => Get();

    public static string VaultPassphraseSet => Get();

    public static string VaultPassphraseUnset => Get();
}
