namespace PluginHost.Engine.Secrets.Keys;

/// <summary>What the process was given that bears on the vault's key.</summary>
internal sealed record VaultSurroundings
{
    public const string NameVariable = "PLUGINHOST_VAULT";
    public const string PassphraseVariable = "PLUGINHOST_PASSPHRASE";
    public const string FileVariable = "PLUGINHOST_PASSPHRASE_FILE";

    /// <summary>The place that the person has named; null: all are asked, in their order.</summary>
    public string? Named { get; init; }

    public string? Passphrase { get; init; }

    public string? PassphraseFile { get; init; }

    /// <summary>The folder in which systemd puts credentials (systemd.exec(5), <c>LoadCredential=</c>).</summary>
    public string? CredentialsFolder { get; init; }

    /// <summary>What the environment says.</summary>
    public static VaultSurroundings OfEnvironment() => new()
    {
        Named = Find(NameVariable),
        Passphrase = Find(PassphraseVariable),
        PassphraseFile = Find(FileVariable),
        CredentialsFolder = Find("CREDENTIALS_DIRECTORY"),
    };

    private static string? Find(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
