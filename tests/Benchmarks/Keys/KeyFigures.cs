using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Keys;

/// <summary>How long keys took to be seen, in milliseconds.</summary>
/// <param name="What">What went on meanwhile.</param>
/// <param name="Times">A time a key.</param>
internal sealed record KeyFigures(string What, IReadOnlyList<double> Times)
{
    /// <summary>Two frames, at the sixty a second that the screen draws at most.</summary>
    public const double TwoFrames = 2 * 1000.0 / 60;

    public double Median => Middle.Of(Times);

    /// <summary>Ninety-nine of a hundred keys took no longer.</summary>
    public double NinetyNinth => Times.Order().ElementAt((int)((Times.Count - 1) * 0.99));

    public double Longest => Times.Max();

    public int Late => Times.Count(time => time > TwoFrames);
}
