using System.Security.Cryptography;
using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The workspace's key, closed with 32 random bytes that a key store of the operating system has. Each machine and person has a row of its own.</summary>
internal sealed class MachinePlace(IMachineStore store, IRandom random, TimeProvider clock) : IKeyPlace
{
    public string Name => store.Name;

    public string Title => store.Title;

    public bool Asks => false;

    public async Task<KeyAnswer> OpenAsync(IReadOnlyList<KeyRow> rows, CancellationToken cancel)
    {
        try
        {
            foreach (var row in rows.Where(row => row.Kind == store.Name))
            {
                if (await store.FindAsync(row.Holder, cancel) is { Length: SealingKey.Length } bytes && row.Open(new SealingKey(row.Holder, bytes)) is { } key)
                    return new KeyOpened(key, row);
            }
        }
        catch (NoMachineStoreException error)
        {
            return new KeyNotHere(error.Message);
        }

        return new KeyNotHere("it has no key of this workspace");
    }

    public async Task<KeyAnswer> KeepAsync(SealingKey key, CancellationToken cancel)
    {
        var bytes = RandomNumberGenerator.GetBytes(SealingKey.Length);
        var row = new KeyRow
        {
            Holder = $"{random.NewId():n}",
            Key = key.Id,
            Kind = store.Name,
            Label = $"{Environment.UserName} on {Environment.MachineName}",
            Closed = new SealedBytes([], []),
            MadeAt = clock.GetUtcNow(),
        };
        try
        {
            await store.KeepAsync(row.Holder, bytes, cancel);

            // A store that takes something and does not give it back would lose every secret.
            return (await store.FindAsync(row.Holder, cancel))?.AsSpan().SequenceEqual(bytes) == true
                ? new KeyKept(row.With(key, new SealingKey(row.Holder, bytes)))
                : new KeyNotHere("it did not give back what it was given");
        }
        catch (NoMachineStoreException error)
        {
            return new KeyNotHere(error.Message);
        }
    }
}
