using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Outbox;

/// <summary>What the rounds of one case came to.</summary>
internal sealed record OutboxFigures
{
    public required OutboxCase Case { get; init; }

    public required IReadOnlyList<Sending> Sendings { get; init; }

    /// <summary>Milliseconds for each piece of bare work, round for round.</summary>
    public required IReadOnlyList<double> Bare { get; init; }

    public double SendsPerSecond => 1_000 / Middle.Of(Sendings.Select(sending => sending.Milliseconds));

    /// <summary>Milliseconds of processor time for each send.</summary>
    public double Processor => Middle.Of(Sendings.Select(sending => sending.Processor));

    public double CommitsPerSend => Middle.Of(Sendings.Select(sending => sending.Commits));

    public double BarePerSecond => 1_000 / Middle.Of(Bare);

    /// <summary>Sends per second × what each needs / bare work per second: 1 where the outbox costs nothing beside its commits.</summary>
    public double Ratio => SendsPerSecond * Needed(CommitsPerSend) / BarePerSecond;

    /// <summary>The median of the rounds' own ratios.</summary>
    public double RatioByRound => Middle.Of(Sendings.Zip(Bare, (sending, bare) => Needed(sending.Commits) * bare / sending.Milliseconds));

    public bool? IsMet => Case.Target is { } target ? Ratio >= target : null;

    private double Needed(double commits) => Case.IsByCommit ? commits : 1;
}
