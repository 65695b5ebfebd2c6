namespace PluginHost.Benchmarks;

/// <summary>A benchmark could not be measured: a build failed, or what was started did something else than it should.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
