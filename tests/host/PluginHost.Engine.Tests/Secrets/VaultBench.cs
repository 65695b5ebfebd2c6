using PluginHost.Engine.Secrets;
using PluginHost.Engine.Secrets.Keys;
using PluginHost.Engine.Store;
using PluginHost.Engine.Tests.Secrets.Keys;
using PluginHost.Engine.Tests.Store;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets;

/// <summary>A store and vaults on it, each as a process of its own would have one.</summary>
internal sealed class VaultBench(StoreDialect dialect) : IAsyncDisposable
{
    public TestStore Test { get; } = new(dialect);

    public FakeClock Clock { get; } = new();

    public IRandom Random { get; } = new SeededRandom("vault");

    /// <summary>The key store of the machine on which all of them are, where the test says nothing else.</summary>
    public MachineInHand Machine { get; } = new();

    public Vault Vault() => Workspace(Machine).Vault;

    /// <summary>A vault whose store does not wait long for another writer.</summary>
    public Vault Impatient() => new WorkspaceVault(Test.Another(patience: 0.2), [new MachinePlace(Machine, Random, Clock)], Clock, Random).Vault;

    public WorkspaceVault Workspace(MachineInHand machine) => With(new MachinePlace(machine, Random, Clock));

    public WorkspaceVault Workspace(MachineInHand machine, IAsk person) =>
        With(new MachinePlace(machine, Random, Clock), new AskedPassphrase(person, "telco", Random, Clock));

    public WorkspaceVault Asking(IAsk person) => With(new AskedPassphrase(person, "telco", Random, Clock));

    public WorkspaceVault With(params IKeyPlace[] places) => new(Test.Another(), places, Clock, Random);

    public IKeyPlace Given(string? passphrase) => new GivenPassphrase("passphrase", "the test's passphrase", "it is not set", () => passphrase, Random, Clock);

    /// <summary>Changes the store's rows behind the vault.</summary>
    public Task<int> SpoilAsync(Sql statement) =>
        Test.Store.WriteAsync(WorkspaceStore.HostName, Access.Host, connection => connection.Write(statement), CancellationToken.None);

    /// <summary>Everything that is in the store's tables for the vault, as text.</summary>
    public async Task<long> CountAsync(Sql query) => await Test.Store.ReadAsync(
        WorkspaceStore.HostName, Access.Host, connection => connection.Read(query).Map(row => row.Integer("count"))[0], CancellationToken.None);

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
