using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;

namespace PluginHost.Engine.Linting;

/// <summary>A linter with the plugin that contributes it, and how grave its findings are here; null where it is off.</summary>
internal sealed record KnownLinter(string Plugin, LinterContribution Linter, Severity? Severity);
