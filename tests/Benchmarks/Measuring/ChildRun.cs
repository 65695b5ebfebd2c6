namespace PluginHost.Benchmarks.Measuring;

/// <summary>A program that was run to its end.</summary>
internal sealed record ChildRun
{
    /// <summary>The instant before it was started.</summary>
    public required DateTimeOffset Spawned { get; init; }

    /// <summary>From spawn to exit.</summary>
    public required Sample Sample { get; init; }

    public required string Output { get; init; }

    /// <summary>Refuses a run that did something else than it should: it would be measured all the same.</summary>
    /// <exception cref="BenchmarkException">The output does not contain the text.</exception>
    public ChildRun MustSay(string text) => Output.Contains(text, StringComparison.Ordinal)
        ? this
        : throw new BenchmarkException($"\"{text}\" should have been said, and was not:\n{Output}");
}
