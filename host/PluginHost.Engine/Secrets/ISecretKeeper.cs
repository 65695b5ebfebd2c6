namespace PluginHost.Engine.Secrets;

/// <summary>Keeps the secrets of all plugins, each under the id of its plugin: <see cref="Vault"/>, or in a rehearsal and in tests <see cref="MemorySecrets"/>.</summary>
internal interface ISecretKeeper
{
    Task<string?> ReadAsync(string plugin, string name, CancellationToken cancel);

    Task WriteAsync(string plugin, string name, string secret, CancellationToken cancel);

    Task ForgetAsync(string plugin, string name, CancellationToken cancel);

    Task<string?> RenewAsync(string plugin, string name, Func<string?, Task<string?>> renew, CancellationToken cancel);
}
