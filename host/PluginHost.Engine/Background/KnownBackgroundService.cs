using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;

namespace PluginHost.Engine.Background;

/// <summary>A background service and the plugin that contributes it.</summary>
public sealed record KnownBackgroundService(KnownPlugin Plugin, BackgroundServiceContribution Service);
