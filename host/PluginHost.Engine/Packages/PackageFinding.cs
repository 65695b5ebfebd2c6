using PluginHost.Sdk;

namespace PluginHost.Engine.Packages;

/// <summary>Something that is to be known about the installed plugins.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Severity">An error where a plugin cannot be used.</param>
/// <param name="Text">What it is, and what to do.</param>
public sealed record PackageFinding(string Id, Severity Severity, string Text);
