using PluginHost.Engine.Secrets.Keys;

namespace PluginHost.Engine.Tests.Secrets.Keys;

/// <summary>The key store of a machine that the test plays.</summary>
internal sealed class MachineInHand : IMachineStore
{
    public Dictionary<string, byte[]> Kept { get; } = [];

    /// <summary>Why it cannot be asked; null where it can.</summary>
    public string? Broken { get; set; }

    /// <summary>Whether it takes what it is given, and does not give it back.</summary>
    public bool Forgets { get; set; }

    public string Name => "libsecret";

    public string Title => "the test's key ring";

    public Task<byte[]?> FindAsync(string holder, CancellationToken cancel) =>
        Broken is null ? Task.FromResult(Kept.GetValueOrDefault(holder)) : throw new NoMachineStoreException(Broken);

    public Task KeepAsync(string holder, byte[] bytes, CancellationToken cancel)
    {
        if (Broken is not null)
            throw new NoMachineStoreException(Broken);

        if (!Forgets)
            Kept[holder] = bytes;

        return Task.CompletedTask;
    }
}
