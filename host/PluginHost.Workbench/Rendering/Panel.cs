namespace PluginHost.Workbench.Rendering;

/// <summary>The panel under the editors.</summary>
/// <param name="Tabs">Its views.</param>
/// <param name="Active">The one in front; null where there is none.</param>
/// <param name="Share">The part of the height that it takes, from 0 to 1.</param>
public sealed record Panel(IReadOnlyList<OpenView> Tabs, OpenView? Active, double Share);
