namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A declaration that the host cannot use. It never leaves the reader: it becomes the reason of a refusal.</summary>
internal sealed class Misshapen(string message) : Exception(message);
