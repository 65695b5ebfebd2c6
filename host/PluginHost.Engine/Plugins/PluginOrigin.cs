namespace PluginHost.Engine.Plugins;

/// <summary>Where a plugin was found.</summary>
public enum PluginOrigin
{
    /// <summary>Nowhere.</summary>
    Missing,

    /// <summary>Beside the program.</summary>
    Bundled,

    /// <summary>Installed by the person.</summary>
    Installed,

    /// <summary>In the folder that <c>plugins.yaml</c> names.</summary>
    Path,
}
