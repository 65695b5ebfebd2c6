using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Linting;

/// <summary>A linter that its plugin has made.</summary>
internal sealed record MadeLinter(Guest Guest, Linter Linter);
