namespace PluginHost.Sdk;

/// <summary>The way to the mail server that <c>plugins.yaml</c> names under <c>mail:</c>. A rehearsal replaces it.</summary>
public interface IMail
{
    /// <summary>Sends a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancel">Cancels sending.</param>
    /// <returns>A task that ends when the server has taken the mail.</returns>
    /// <exception cref="PluginHostException">The plugin's <c>needs</c> lack <c>mail</c>, no server is named, or the server refused.</exception>
    Task SendAsync(Mail mail, CancellationToken cancel);
}
