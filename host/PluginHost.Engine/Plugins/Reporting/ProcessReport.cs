namespace PluginHost.Engine.Plugins.Reporting;

/// <summary>How the plugins of a workspace stand in a process that runs: an open screen, or <c>serve</c>.</summary>
/// <param name="Process">The process.</param>
/// <param name="Plugins">Its plugins, in the order of its <c>plugins.yaml</c>.</param>
public sealed record ProcessReport(int Process, IReadOnlyList<PluginReport> Plugins);
