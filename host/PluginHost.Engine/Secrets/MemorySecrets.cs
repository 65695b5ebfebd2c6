using System.Collections.Concurrent;

namespace PluginHost.Engine.Secrets;

/// <summary>Secrets that end with the process: those of a rehearsal and of a test. It begins empty.</summary>
internal sealed class MemorySecrets : ISecretKeeper
{
    private readonly ConcurrentDictionary<(string Plugin, string Name), string> _kept = [];
    private readonly ConcurrentDictionary<(string Plugin, string Name), SemaphoreSlim> _renewing = [];

    /// <summary>The names of a plugin's secrets, in order.</summary>
    public IReadOnlyList<string> NamesOf(string plugin) => [.. _kept.Keys.Where(key => key.Plugin == plugin).Select(key => key.Name).Order(StringComparer.Ordinal)];

    public string? Find(string plugin, string name) => _kept.GetValueOrDefault((plugin, name));

    public void Keep(string plugin, string name, string secret) => _kept[(plugin, name)] = secret;

    public async Task<string?> ReadAsync(string plugin, string name, CancellationToken cancel)
    {
        await YieldAsync(cancel);
        return Find(plugin, name);
    }

    public async Task WriteAsync(string plugin, string name, string secret, CancellationToken cancel)
    {
        await YieldAsync(cancel);
        Keep(plugin, name, secret);
    }

    public async Task ForgetAsync(string plugin, string name, CancellationToken cancel)
    {
        await YieldAsync(cancel);
        _kept.TryRemove((plugin, name), out _);
    }

    public async Task<string?> RenewAsync(string plugin, string name, Func<string?, Task<string?>> renew, CancellationToken cancel)
    {
        await YieldAsync(cancel);
        var turn = _renewing.GetOrAdd((plugin, name), _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancel);
        try
        {
            var next = await renew(Find(plugin, name));
            if (next is null)
                _kept.TryRemove((plugin, name), out _);
            else
                Keep(plugin, name, next);

            return next;
        }
        finally
        {
            turn.Release();
        }
    }

    // As with the store, whoever asks comes to an await.
    private static async Task YieldAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await Task.Yield();
    }
}
