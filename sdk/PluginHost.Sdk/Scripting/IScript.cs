namespace PluginHost.Sdk;

/// <summary>A run of a script, as the plugin that gives it a global sees it.</summary>
public interface IScript
{
    /// <summary>The script's name: its file name without the ending.</summary>
    string Name { get; }

    /// <summary>Cancelled when the script is to stop.</summary>
    CancellationToken Cancel { get; }
}
