using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;

namespace PluginHost.Engine.Checking;

/// <summary>A check and the plugin that contributes it.</summary>
public sealed record KnownCheck(KnownPlugin Plugin, CheckContribution Check);
