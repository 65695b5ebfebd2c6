using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Frame;

/// <summary>What a frame costs: processor, bytes out, bytes allocated, against the same cells encoded naively in the same round; and streaming.</summary>
internal sealed class FrameBenchmark : Benchmark
{
    private const int FramesARound = 200;
    private const int MostTyped = 100;
    private const int MostForRow = 200;
    private static readonly (int Width, int Height)[] Sizes = [(160, 45), (300, 80)];

    public override string Name => "frame";

    public override string Description => "Draws and encodes frames, whole and in part, and streams 5,000 events a second.";

    public override Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        var machine = Machine.Here();
        var figures = new List<FrameFigures>();
        foreach (var (width, height) in Sizes)
        {
            figures.Add(Measure("full redraw", width, height, rounds, subject => subject.Redraw()));
            figures.Add(Measure("one changed row", width, height, rounds, subject => subject.ChangeRow()));
            figures.Add(Measure("one typed character", width, height, rounds, subject => subject.Type()));
        }

        var streaming = StreamFigures.Measure(Sizes[0].Width, Sizes[0].Height, cancel);
        machine = machine.AtEnd();
        Report.Print(machine, $"{rounds} of {FramesARound} frames each, after one to warm up");
        Report.Print(
            ["frame", "size", "CPU µs", "naive µs", "ratio", "bytes out", "naive bytes", "bytes allocated"],
            figures.Select(Row));
        Report.Print(
            ["streaming 5,000 events/s, 20 s, 30 frames/s asked", "frames/s", "% of a core", "bytes/s out", "KB/s allocated"],
            [streaming.Row()]);
        Report.Write(json, new { Benchmark = Name, Machine = machine, Frames = figures, Streaming = streaming });
        var isKept = figures.TrueForAll(figure => figure.BytesAllocated < 1 && (figure.Size != "160x45" || figure.BytesWritten <= Most(figure.Name)));
        Console.WriteLine(isKept ? "No steady frame allocates, and the limits on bytes hold." : "A limit on bytes does NOT hold.");
        return Task.FromResult(isKept ? 0 : 1);
    }

    private static double Most(string name) => name switch
    {
        "one typed character" => MostTyped,
        "one changed row" => MostForRow,
        _ => double.MaxValue,
    };

    private static FrameFigures Measure(string name, int width, int height, int rounds, Func<FrameSubject, int> frame)
    {
        using var subject = new FrameSubject(width, height);
        var (own, naive) = (new List<double>(), new List<double>());
        long written = 0, naiveWritten = 0, allocated = 0;
        for (var round = 0; round <= rounds; round++)
        {
            (written, naiveWritten, allocated) = (0, 0, 0);
            var begun = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < FramesARound; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                written += frame(subject);
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            }

            var between = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < FramesARound; i++)
                naiveWritten += NaiveEncoder.Encode(subject.Shown);

            if (round == 0)
                continue;

            own.Add((between - begun).TotalMicroseconds / FramesARound);
            naive.Add((Environment.CpuUsage.TotalTime - between).TotalMicroseconds / FramesARound);
        }

        return new FrameFigures
        {
            Name = name,
            Size = $"{width}x{height}",
            Microseconds = Middle.Of(own),
            NaiveMicroseconds = Middle.Of(naive),
            BytesWritten = written / (double)FramesARound,
            NaiveBytesWritten = naiveWritten / (double)FramesARound,
            BytesAllocated = allocated / (double)FramesARound,
        };
    }

    private static IReadOnlyList<string> Row(FrameFigures figures) =>
    [
        figures.Name,
        figures.Size,
        Number(figures.Microseconds),
        Number(figures.NaiveMicroseconds),
        figures.Ratio.ToString("0.00", CultureInfo.InvariantCulture),
        Number(figures.BytesWritten),
        Number(figures.NaiveBytesWritten),
        Number(figures.BytesAllocated),
    ];

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
