namespace PluginHost.Benchmarks.Unload;

/// <summary>What one round took, in milliseconds.</summary>
/// <param name="Load">Loading and activating.</param>
/// <param name="Use">Publishing once and reading the timeline.</param>
/// <param name="Unload">Unloading, until the plugin is seen to be gone.</param>
/// <param name="Processor">The processor time of all of it.</param>
internal sealed record UnloadRound(double Load, double Use, double Unload, double Processor);
