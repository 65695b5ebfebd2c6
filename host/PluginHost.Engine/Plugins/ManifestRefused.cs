using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Plugins;

/// <summary>The manifest is missing or wrong. All that is wrong is listed, by line.</summary>
internal sealed record ManifestRefused(IReadOnlyList<ConfigurationProblem> Problems) : ManifestReading;
