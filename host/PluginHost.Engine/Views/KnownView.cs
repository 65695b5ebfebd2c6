using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;

namespace PluginHost.Engine.Views;

/// <summary>A view with the plugin that contributes it.</summary>
public sealed record KnownView(KnownPlugin Plugin, ViewContribution View);
