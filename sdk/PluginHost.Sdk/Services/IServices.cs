namespace PluginHost.Sdk;

/// <summary>
/// Interfaces of contract assemblies, offered by plugins and by the host. A call into another plugin runs on that plugin's context, behind the
/// host's fence, with a deadline; a service outlives its plugin only as an object that refuses every call.
/// </summary>
public interface IServices
{
    /// <summary>Gets a service, activating the plugin that offers it.</summary>
    /// <typeparam name="T">An interface of a contract assembly.</typeparam>
    /// <param name="cancel">Cancels waiting.</param>
    /// <returns>The service.</returns>
    /// <exception cref="PluginHostException">No running plugin offers it, or the one that does cannot be used. The message names it.</exception>
    Task<T> GetAsync<T>(CancellationToken cancel)
        where T : class;

    /// <summary>Offers a service, declared with <see cref="ProvidesAttribute"/>.</summary>
    /// <typeparam name="T">An interface of a contract assembly. Its members return tasks wherever they may take time.</typeparam>
    /// <param name="service">The service.</param>
    /// <exception cref="WrongUseException">The plugin does not declare it, or it is no interface of a contract assembly.</exception>
    void Provide<T>(T service)
        where T : class;
}
