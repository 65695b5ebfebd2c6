namespace PluginHost.Sdk;

/// <summary>
/// What a plugin must keep to itself: tokens, sessions, passwords. It lies encrypted in the workspace's store, so that every machine that works on the workspace has it; what it is encrypted with lies in
/// a key store of the operating system, or is asked for. A plugin sees its own secrets alone. A rehearsal starts with none, and forgets what it is given.
/// </summary>
public interface ISecrets
{
    /// <summary>Reads a secret.</summary>
    /// <param name="name">The secret's name within this plugin: <c>session/@telco</c>.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The secret; <see langword="null"/> where there is none of this name.</returns>
    /// <exception cref="PluginHostException">The vault cannot be opened, or the secret was encrypted with another key. The message says what to do.</exception>
    Task<string?> ReadAsync(string name, CancellationToken cancel);

    /// <summary>Keeps a secret, in the place of one of the same name.</summary>
    /// <param name="name">The secret's name within this plugin.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="cancel">Cancels writing.</param>
    /// <returns>A task that ends when it is on disk.</returns>
    /// <exception cref="PluginHostException">The vault cannot be opened. The message says what to do.</exception>
    Task WriteAsync(string name, string secret, CancellationToken cancel);

    /// <summary>Forgets a secret. Where there is none of this name, nothing happens.</summary>
    /// <param name="name">The secret's name within this plugin.</param>
    /// <param name="cancel">Cancels forgetting.</param>
    /// <returns>A task that ends when it is gone from the store.</returns>
    Task ForgetAsync(string name, CancellationToken cancel);

    /// <summary>
    /// Replaces a secret by one that follows from it, such as a token that can be used once. Of all processes on the workspace one does so at a time; the others wait, and then find the new one.
    /// </summary>
    /// <param name="name">The secret's name within this plugin.</param>
    /// <param name="renew">
    /// Makes the new secret of the one that is kept now, which may be newer than the one that the caller has seen: then it gives that one back. <see langword="null"/> stands for none. It
    /// has a minute: then others no longer wait for it. Where it throws, the secret stays as it was.
    /// </param>
    /// <param name="cancel">Cancels waiting for others. The work itself ends when it ends: a token that was used up and not kept is lost.</param>
    /// <returns>What is kept now. It is on disk.</returns>
    /// <exception cref="PluginHostException">The vault cannot be opened. The message says what to do.</exception>
    Task<string?> RenewAsync(string name, Func<string?, Task<string?>> renew, CancellationToken cancel);
}
