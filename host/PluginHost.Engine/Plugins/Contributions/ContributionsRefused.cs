namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>The plugin cannot be used, and why.</summary>
internal sealed record ContributionsRefused(string Reason) : ContributionReading;
