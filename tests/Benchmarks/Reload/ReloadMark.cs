namespace PluginHost.Benchmarks.Reload;

/// <summary>What the process holds after a round, once all that can be collected is.</summary>
/// <param name="Round">After which round.</param>
/// <param name="Managed">Managed memory, in bytes.</param>
/// <param name="WorkingSet">What the system gives to the process, in bytes.</param>
internal sealed record ReloadMark(int Round, long Managed, long WorkingSet)
{
    /// <summary>How much a round adds, by least squares over some marks, in bytes.</summary>
    public static double Slope(IReadOnlyList<ReloadMark> marks, Func<ReloadMark, long> memory)
    {
        var (round, held) = (marks.Average(mark => mark.Round), marks.Average(mark => (double)memory(mark)));
        return marks.Sum(mark => (mark.Round - round) * (memory(mark) - held)) / marks.Sum(mark => (mark.Round - round) * (mark.Round - round));
    }
}
