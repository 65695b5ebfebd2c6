namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>What reading a plugin's assembly came to: <see cref="ContributionsRead"/> or <see cref="ContributionsRefused"/>.</summary>
internal abstract record ContributionReading;
