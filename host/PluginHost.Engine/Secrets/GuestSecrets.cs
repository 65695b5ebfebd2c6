using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets;

/// <summary>
/// The secrets of one plugin. A renewal that is under way when the plugin is unloaded is given the time that unloading gives every call (<see cref="Plugins.Running.Unloading.Patience"/>); then the plugin's connections
/// are cut, and an answer that comes later is lost with the token that it was for. What a renewal has brought is kept, also where the plugin is gone by then.
/// </summary>
internal sealed class GuestSecrets(ISecretKeeper keeper, KnownSecrets known, string plugin) : ISecrets, IDisposable
{
    private const int LongestName = 200;
    private const int LongestSecret = 100_000;

    private volatile bool _isClosed;

    public async Task<string?> ReadAsync(string name, CancellationToken cancel)
    {
        Check(name);
        var secret = await keeper.ReadAsync(plugin, name, cancel);
        known.Note(secret);
        return secret;
    }

    public Task WriteAsync(string name, string secret, CancellationToken cancel)
    {
        Check(name);
        CheckSecret(name, secret);
        known.Note(secret);
        return keeper.WriteAsync(plugin, name, secret, cancel);
    }

    public Task ForgetAsync(string name, CancellationToken cancel)
    {
        Check(name);
        return keeper.ForgetAsync(plugin, name, cancel);
    }

    public Task<string?> RenewAsync(string name, Func<string?, Task<string?>> renew, CancellationToken cancel)
    {
        Check(name);
        return keeper.RenewAsync(plugin, name, RenewAsync, cancel);

        async Task<string?> RenewAsync(string? kept)
        {
            known.Note(kept);
            var next = await renew(kept);
            known.Note(next);
            if (next is not null)
                CheckSecret(name, next);

            return next;
        }
    }

    public void Dispose() => _isClosed = true;

    private void Check(string name)
    {
        if (_isClosed)
            throw new PluginHostException($"{plugin} uses its secrets after it was unloaded. Nothing was written.");

        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            throw new WrongUseException($"{plugin} gives a secret a name that cannot be one. A name has 1 to {LongestName} characters and no line ends, such as session/@telco.");
    }

    // The message has the name alone.
    private void CheckSecret(string name, string secret)
    {
        if (secret.Length > LongestSecret)
            throw new WrongUseException($"{plugin}'s secret \"{name}\" has {secret.Length} characters; a secret has {LongestSecret} at most. Keep what is no secret in State or Store.");
    }
}
