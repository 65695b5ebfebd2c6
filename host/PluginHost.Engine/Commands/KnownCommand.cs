using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;

namespace PluginHost.Engine.Commands;

/// <summary>A command with the plugin that contributes it.</summary>
public sealed record KnownCommand(KnownPlugin Plugin, CommandContribution Command);
