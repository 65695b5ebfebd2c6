namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>The plugin can be used.</summary>
internal sealed record ContributionsRead(PluginContributions Contributions) : ContributionReading;
