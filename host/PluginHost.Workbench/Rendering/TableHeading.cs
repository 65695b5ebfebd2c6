namespace PluginHost.Workbench.Rendering;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">How many characters its longest cell has, of those that were looked at: what it would like in width.</param>
/// <param name="IsAtEnd">Whether its cells are set at the end, as numbers are.</param>
public sealed record TableHeading(string Name, int Length, bool IsAtEnd);
