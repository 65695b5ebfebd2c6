namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>What reading a plugin's assembly came to: its contributions, or why it cannot be used.</summary>
internal abstract record ContributionReading;

internal sealed record ContributionsRead(PluginContributions Contributions) : ContributionReading;

internal sealed record ContributionsRefused(string Reason) : ContributionReading;
