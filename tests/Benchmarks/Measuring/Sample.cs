namespace PluginHost.Benchmarks.Measuring;

/// <summary>What one run took, in milliseconds.</summary>
/// <param name="Wall">Time that passed.</param>
/// <param name="Processor">Processor time, user and system together.</param>
internal sealed record Sample(double Wall, double Processor);
