namespace PluginHost.Sdk;

/// <summary>
/// A plugin whose streams start campaigns (<c>on: events/@telco</c>) offers this service, with <see cref="ProvidesAttribute"/>: the host knows the names of such streams, and not
/// their sources. It asks every plugin that offers it, while somebody serves the workspace.
/// </summary>
public interface IStreamListener
{
    /// <summary>Whether this plugin has the source of a stream.</summary>
    /// <param name="stream">The stream's name, as <c>plugins.yaml</c> has it.</param>
    /// <param name="cancel">Cancels the question.</param>
    /// <returns>Whether <see cref="ListenAsync"/> would read it.</returns>
    Task<bool> HasAsync(string stream, CancellationToken cancel);

    /// <summary>Keeps the stream's source read, as <see cref="IStream.ListenAsync"/> does, until it is cancelled.</summary>
    /// <param name="stream">A name for which <see cref="HasAsync"/> answered yes.</param>
    /// <param name="cancel">Ends listening.</param>
    /// <returns>A task that ends when it is cancelled. Where it ends otherwise, the host asks again after a pause.</returns>
    Task ListenAsync(string stream, CancellationToken cancel);
}
