using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;

namespace PluginHost.Engine.Networks;

/// <summary>A network with the plugin that contributes it.</summary>
internal sealed record KnownNetwork(KnownPlugin Plugin, NetworkContribution Network);
