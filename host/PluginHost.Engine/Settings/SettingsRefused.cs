using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Settings;

/// <summary>Settings are unknown or of the wrong kind. All that is wrong is listed, by line.</summary>
internal sealed record SettingsRefused(IReadOnlyList<ConfigurationProblem> Problems) : SettingsReading;
