using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The commands of plugins, as scripts run them.</summary>
internal interface IScriptCommands : ICommands
{
    /// <exception cref="WrongUseException">There is no such command.</exception>
    /// <exception cref="PluginFaultedException">Its plugin cannot be used.</exception>
    CommandContribution Find(string id);
}
