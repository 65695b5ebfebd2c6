namespace PluginHost.Sdk;

/// <summary>
/// This plugin's lines in the log of the workspace. The host stamps time and plugin id; secrets do not belong here. Whoever serves the workspace reads along: a plugin
/// that does something by itself says so here, a line for what goes out, with the profile, and one for what does not and why.
/// </summary>
public interface IOutput
{
    /// <summary>Writes a line.</summary>
    /// <param name="severity">How grave it is.</param>
    /// <param name="text">What happened.</param>
    void Write(Severity severity, string text);
}
