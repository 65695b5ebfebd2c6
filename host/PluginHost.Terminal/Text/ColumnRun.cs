namespace PluginHost.Terminal;

/// <summary>Columns side by side.</summary>
/// <param name="Column">The first.</param>
/// <param name="Width">How many.</param>
public readonly record struct ColumnRun(int Column, int Width);
