using PluginHost.Sdk;

namespace PluginHost.Engine.Output;

/// <summary>One plugin's lines in the output, stamped with its id.</summary>
internal sealed class GuestOutput(string plugin, OutputLog log) : IOutput
{
    public void Write(Severity severity, string text) => log.Write(plugin, severity, text);
}
