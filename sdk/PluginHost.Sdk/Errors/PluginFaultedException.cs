namespace PluginHost.Sdk;

/// <summary>A plugin that was called has thrown, hung or could not be loaded. The host has noted the fault and carries on.</summary>
public sealed class PluginFaultedException : PluginHostException
{
    /// <summary>Makes one from what the host knows of the fault.</summary>
    /// <param name="plugin">The id of the plugin at fault.</param>
    /// <param name="message">What happened, with the line where it is known.</param>
    public PluginFaultedException(string plugin, string message)
        : base(message) => Plugin = plugin;

    /// <summary>The id of the plugin at fault.</summary>
    public string Plugin { get; }
}
