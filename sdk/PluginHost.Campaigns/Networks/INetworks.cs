namespace PluginHost.Campaigns;

/// <summary>The networks of all plugins. The host offers it as a service.</summary>
public interface INetworks
{
    /// <summary>The ids of the networks that running plugins offer.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>
    /// The network of a profile, activating its plugin. Every call on it goes through the host's fence; a send by a profile that may not send is
    /// refused there.
    /// </summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <returns>The network.</returns>
    /// <exception cref="Sdk.WrongUseException">No running plugin offers the network. The message names the nearest one.</exception>
    /// <exception cref="Sdk.PluginFaultedException">The plugin that offers it cannot be used.</exception>
    Task<Network> ForAsync(Profile profile, CancellationToken cancel);
}
