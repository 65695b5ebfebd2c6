using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The places for the vault's key, in the order in which they are asked: what somebody has given on purpose, what the machine has, and at last the person.</summary>
internal static class KeyPlaces
{
    /// <summary>The names that <c>vault:</c> and <c>PLUGINHOST_VAULT</c> know.</summary>
    public static IReadOnlyList<string> Names { get; } = ["systemd", "passphrase", "windows", "keychain", "libsecret"];

    public static IReadOnlyList<IKeyPlace> Of(VaultSurroundings given, string? named, string folder, string workspace, IAsk person, IRandom random, TimeProvider clock)
    {
        var tool = new ToolProcess(clock);
        IKeyPlace[] all =
        [
            new GivenPassphrase("systemd", "the systemd credential pluginhost-vault", "systemd has given no such credential", () => Credential(given), random, clock),
            new GivenPassphrase("passphrase", $"the passphrase in {VaultSurroundings.PassphraseVariable}", "it is not set", () => given.Passphrase, random, clock),
            new GivenPassphrase("passphrase", $"the passphrase in the file of {VaultSurroundings.FileVariable}", "it is not set", () => FromFile(given), random, clock),
            .. MachineStores(tool, folder).Select(store => new MachinePlace(store, random, clock)),
            new AskedPassphrase(person, workspace, random, clock),
        ];
        var name = given.Named ?? named;
        return name is null ? all : [.. all.Where(place => place.Name == Known(name))];
    }

    /// <summary>Why a name is none; null where it is one.</summary>
    public static string? Refuse(string name) =>
        Names.Contains(name) ? null : $"\"{name}\" is no place for the vault's key.{Nearest.Hint(name, Names)} There is {string.Join(", ", Names)}.";

    // Only those that this system can have: nobody wants to read that Linux is not Windows.
    private static IEnumerable<IMachineStore> MachineStores(ToolProcess tool, string folder) =>
        OperatingSystem.IsWindows() ? [new WindowsProtection(folder)]
        : OperatingSystem.IsMacOS() ? [new Keychain(tool)]
        : [new Libsecret(tool, Libsecret.Tool)];

    private static string Known(string name) => Refuse(name) is { } why ? throw new WrongUseException($"{VaultSurroundings.NameVariable}: {why}") : name;

    private static string? Credential(VaultSurroundings given)
    {
        var file = given.CredentialsFolder is { } folder ? Path.Combine(folder, "pluginhost-vault") : null;
        return file is not null && System.IO.File.Exists(file) ? Read(file, "The systemd credential pluginhost-vault") : null;
    }

    private static string? FromFile(VaultSurroundings given) => given.PassphraseFile is { } file ? Read(file, VaultSurroundings.FileVariable) : null;

    // An editor ends the last line; the passphrase does not have it.
    private static string Read(string file, string what)
    {
        try
        {
            var text = System.IO.File.ReadAllText(file).TrimEnd('\r', '\n');
            return text.Length > 0 ? text : throw new PluginHostException($"{what}: {file} is empty. Write the passphrase into it.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{what}: {file} cannot be read. {error.Message}", error);
        }
    }
}
