namespace PluginHost.Benchmarks;

/// <summary>Something that is measured under a name.</summary>
internal abstract class Benchmark
{
    public abstract string Name { get; }

    public abstract string Description { get; }

    /// <summary>How many rounds it takes where nobody says.</summary>
    public virtual int Rounds => 20;

    /// <summary>How many rounds it must take.</summary>
    public virtual int FewestRounds => 10;

    /// <summary>Measures, prints, and writes the figures to a file where one is named.</summary>
    /// <returns>The exit code: 1 where what must hold did not. A ratio that misses its target is printed, and is no failure.</returns>
    /// <exception cref="BenchmarkException">It could not be measured.</exception>
    public abstract Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel);
}
