namespace PluginHost.Sdk;

/// <summary>Reads YAML files for scripts.</summary>
public interface IScriptYaml
{
    /// <summary>Reads a YAML file (1.2).</summary>
    /// <param name="path">The path, relative to the script.</param>
    /// <returns>Records, lists and texts.</returns>
    /// <exception cref="PluginHostException">There is no such file, or it is no YAML; the message names the line.</exception>
    Value Read(string path);
}
