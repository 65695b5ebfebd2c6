namespace PluginHost.Sdk;

/// <summary>
/// What a plugin's assembly holds exactly one of: the class whose attributed methods are its commands, views and script globals.
/// </summary>
/// <remarks>
/// The host makes one instance, with the constructor without parameters, when something of the plugin is first used. All calls come in
/// on the plugin's own serial context: one at a time between awaits. Large plugins split the class into partials by topic.
/// </remarks>
public abstract class Plugin
{
    /// <summary>Called once before the first use. Register here what no attribute can say, such as services.</summary>
    /// <param name="host">The host as this plugin may use it. It stays valid until the plugin is unloaded.</param>
    /// <param name="cancel">Cancelled when activation takes longer than the host waits (10 seconds).</param>
    /// <returns>A task that ends when the plugin is ready.</returns>
    /// <exception cref="Exception">Anything thrown becomes a fault: the plugin is not used, and the host carries on.</exception>
    public virtual Task ActivateAsync(IHost host, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Called once before the plugin is unloaded. What was registered through the host is undone by the host, afterwards.</summary>
    /// <param name="cancel">Cancelled when deactivation takes longer than the host waits (2 seconds).</param>
    /// <returns>A task that ends when the plugin may be unloaded.</returns>
    public virtual Task DeactivateAsync(CancellationToken cancel) => Task.CompletedTask;
}
