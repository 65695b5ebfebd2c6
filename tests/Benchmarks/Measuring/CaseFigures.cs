namespace PluginHost.Benchmarks.Measuring;

/// <summary>What the rounds of one case came to.</summary>
internal sealed record CaseFigures
{
    public required Case Case { get; init; }

    /// <summary>A sample for each round.</summary>
    public required IReadOnlyList<Sample> Samples { get; init; }

    /// <summary>The baseline's samples, round for round: as many in each as cases stand on it. Empty for a case without a baseline.</summary>
    public required IReadOnlyList<IReadOnlyList<Sample>> Baseline { get; init; }

    public Sample Median => MedianOf(Samples);

    public Sample BaselineMedian => MedianOf(Baseline.SelectMany(round => round));

    /// <summary>Median to median, over all rounds.</summary>
    public Sample RatioOfMedians => new(Median.Wall / BaselineMedian.Wall, Median.Processor / BaselineMedian.Processor);

    /// <summary>The median of what each round's own ratio was: it forgives a machine that is busy for some of them.</summary>
    public Sample MedianOfRatios => MedianOf(Samples.Zip(Baseline, (sample, round) =>
    {
        var baseline = MedianOf(round);
        return new Sample(sample.Wall / baseline.Wall, sample.Processor / baseline.Processor);
    }));

    /// <summary>Whether the target holds, by wall time and the ratio of medians; null where there is none.</summary>
    public bool? IsMet => Case.Target is { } target ? RatioOfMedians.Wall <= target : null;

    public static Sample MedianOf(IEnumerable<Sample> samples)
    {
        var all = samples.ToList();
        return new Sample(Middle.Of(all.Select(sample => sample.Wall)), Middle.Of(all.Select(sample => sample.Processor)));
    }
}
