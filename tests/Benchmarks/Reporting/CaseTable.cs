using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Reporting;

/// <summary>Cases beside what they are compared with: medians, the ratio of medians and, after it, the median of the rounds' own ratios.</summary>
internal static class CaseTable
{
    private static readonly string[] Columns =
        ["case", "wall ms", "CPU ms", "wall", "wall by round", "CPU", "CPU by round", "wall target", "verdict"];

    /// <param name="figures">The cases.</param>
    /// <param name="ratio">How a ratio is written.</param>
    public static void Print(IReadOnlyList<CaseFigures> figures, Func<double, string> ratio) => Report.Print(Columns, Rows(figures, ratio));

    /// <summary>The same for a file, with every sample.</summary>
    public static object ToJson(IReadOnlyList<CaseFigures> figures) => figures.Select(figure => new
    {
        figure.Case.Name,
        Baseline = figure.Case.Baseline?.Name,
        figure.Case.Target,
        figure.IsMet,
        figure.Median,
        figure.BaselineMedian,
        figure.RatioOfMedians,
        figure.MedianOfRatios,
        figure.Samples,
        BaselineSamples = figure.Baseline,
    });

    private static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<CaseFigures> figures, Func<double, string> ratio)
    {
        var shown = new HashSet<Case>();
        foreach (var figure in figures)
        {
            if (figure.Case.Baseline is { } baseline && shown.Add(baseline))
                yield return [baseline.Name, .. Medians(figure.BaselineMedian), "", "", "", "", "", ""];

            yield return
            [
                figure.Case.Name,
                .. Medians(figure.Median),
                ratio(figure.RatioOfMedians.Wall),
                ratio(figure.MedianOfRatios.Wall),
                ratio(figure.RatioOfMedians.Processor),
                ratio(figure.MedianOfRatios.Processor),
                figure.Case.Target is { } target ? $"≤ {ratio(target)}" : "",
                Figure.Met(figure.IsMet),
            ];
        }
    }

    private static string[] Medians(Sample median) => [Figure.Milliseconds(median.Wall), Figure.Milliseconds(median.Processor)];
}
