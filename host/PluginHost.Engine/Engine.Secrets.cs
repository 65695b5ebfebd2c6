using PluginHost.Engine.Profiles;
using PluginHost.Engine.Secrets;
using PluginHost.Engine.Secrets.Keys;

namespace PluginHost.Engine;

// What nobody else is to know, and what stands on it.
public sealed partial class Engine
{
    private WorkspaceVault? _vault;

    /// <summary>Called when the vault was opened, or could not be, on whatever thread that happened.</summary>
    public event Action? VaultChanged;

    /// <summary>Where its plugins keep their secrets, as a person may see it.</summary>
    public WorkspaceVault Vault => _vault ?? Once(ref _vault, MakeVault);

    /// <summary>Why the vault could not be opened when somebody needed it last; null where it could, or nobody did.</summary>
    public string? VaultTrouble => _vault?.Trouble;

    /// <summary>How its profiles prove who they are.</summary>
    public ProfileLogins Logins => field ?? Once(ref field, () => new ProfileLogins(Networks, () => Vault, () => Exchanges));

    /// <summary>Where secrets go: into the vault, or nowhere in a rehearsal and in tests of plugins.</summary>
    internal ISecretKeeper Secrets => field ?? Once(ref field, () =>
        _options.Secrets ?? (Rehearsal is null && _options.StandIns is null ? Vault.Vault : (ISecretKeeper)new MemorySecrets()));

    /// <summary>What must not get into what the host writes down.</summary>
    internal KnownSecrets KnownSecrets { get; } = new();

    private WorkspaceVault MakeVault()
    {
        var places = _options.KeyPlaces ?? KeyPlaces.Of(VaultSurroundings.OfEnvironment(), Workspace.Vault, _options.User.Vault, Workspace.Name, Person, Random, Clock);
        var vault = new WorkspaceVault(Store, places, Clock, Random);
        vault.Changed += () => VaultChanged?.Invoke();
        return vault;
    }
}
